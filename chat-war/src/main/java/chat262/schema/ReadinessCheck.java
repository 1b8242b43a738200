package chat262.schema;

import chat262.api.Paths;
import chat262.platform.ServiceState;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The server is ready when the schema is up to date and the database answers, until it ends its service. */
@Readiness
@ApplicationScoped
public class ReadinessCheck implements HealthCheck {
    private static final int TIMEOUT_SECONDS = 2;

    @Resource(lookup = "jdbc/chat")
    DataSource database;

    @Inject
    Migrations migrations;

    @Inject
    ServiceState service;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named(Paths.READY_CHECK)
                .status(migrations.epoch() != null && service.endReason().isEmpty() && databaseAnswers())
                .build();
    }

    private boolean databaseAnswers() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(TIMEOUT_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }
}
