package org.gne.explorer;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.util.List;
import java.util.Set;

/**
 * Rejects requests from pages of other sites. A page whose host name was made to point to this machine (DNS rebinding)
 * sends that name as Host; any other page sends its own Origin.
 *
 * @param hosts the names of this server, with its port
 */
record HostCheck(Set<String> hosts) {

    static HostCheck ofLoopback(int port) {
        return new HostCheck(Set.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port));
    }

    boolean allows(HttpExchange exchange) {
        Headers headers = exchange.getRequestHeaders();
        List<String> named = headers.get("Host");
        if (named == null || named.size() != 1 || !hosts.contains(named.get(0))) {
            return false;
        }
        List<String> origins = headers.get("Origin");
        return origins == null
                || origins.stream()
                        .allMatch(origin -> origin.startsWith("http://") && hosts.contains(origin.substring(7)));
    }
}
