package chat262.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.exception.LiquibaseException;
import liquibase.parser.ChangeLogParserFactory;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.junit.jupiter.api.Test;

class SchemaVersionTest {
    private static final String CHANGELOG = "db/changelog.xml";

    @Test
    void findsTheSameChangesAsLiquibase() throws LiquibaseException {
        var resources = new ClassLoaderResourceAccessor();
        List<ChangeSet> sets = ChangeLogParserFactory.getInstance()
                .getParser(CHANGELOG, resources)
                .parse(CHANGELOG, new ChangeLogParameters(), resources)
                .getChangeSets();
        assertThat(sets).hasSizeGreaterThan(5);
        assertThat(SchemaVersion.changes(CHANGELOG))
                .isEqualTo(sets.stream().map(ChangeSet::getId).collect(Collectors.toSet()))
                .as("ids are unique")
                .hasSize(sets.size());
    }
}
