package chat262.it.process.nodes;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/** What nginx is told of a cluster. */
final class NginxConfiguration {
    /** A line for each call that went to more than one node. */
    static final String LOG_OF_PASSED_ON = "passed-on.log";

    private NginxConfiguration() {}

    /**
     * The part within {@code http}.
     *
     * @param port where nginx listens on 127.0.0.1
     * @param nodes where the nodes are
     */
    static String of(int port, List<URI> nodes) {
        String servers = nodes.stream()
                // Calls that all nodes fail, such as without a database, are tried again soon.
                .map(node -> "server " + node.getAuthority() + " max_fails=1 fail_timeout=2s;")
                .collect(Collectors.joining("\n    "));
        return """
                map $http_upgrade $connection_upgrade {
                    default upgrade;
                    ''      '';
                }
                map $upstream_addr $was_passed_on {
                    default 0;
                    "~,"    1;
                }
                log_format passed_on '$time_iso8601 $request_method $uri $upstream_addr $upstream_status';
                upstream nodes {
                    %1$s
                    keepalive 16;
                }
                proxy_http_version 1.1;
                proxy_set_header Host $http_host;
                proxy_set_header X-Forwarded-Proto $scheme;
                proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
                proxy_set_header Upgrade $http_upgrade;
                proxy_set_header Connection $connection_upgrade;
                # Calls within rooms carry keys or change nothing when they are repeated, so a further node may get them.
                proxy_next_upstream error timeout http_503 non_idempotent;
                server {
                    listen 127.0.0.1:%2$d;
                    access_log %3$s passed_on if=$was_passed_on;
                    location / {
                        proxy_pass http://nodes;
                        proxy_read_timeout 90s;
                    }
                    location ~ ^/api/v1/rooms/ {
                        proxy_pass http://nodes;
                        proxy_read_timeout 5s;
                    }
                }
                """.formatted(servers, port, LOG_OF_PASSED_ON);
    }
}
