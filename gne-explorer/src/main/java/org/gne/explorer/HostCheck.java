package org.gne.explorer;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.util.List;
import java.util.Set;

/**
 * Who may ask. A page of another site that has its name point to this machine (DNS rebinding) sends that name as Host;
 * one that asks openly sends its Origin. Neither gets an answer.
 *
 * @param hosts what this server is called, with its port
 */
record HostCheck(Set<String> hosts) {

    static HostCheck ofLoopback(int port) {
        return new HostCheck(Set.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port));
    }

    boolean welcome(HttpExchange exchange) {
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
