package org.gne.explorer;

import com.sun.net.httpserver.HttpExchange;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Lets in whoever was given the address, because other users of the machine reach the loopback address too. The address has a token; the
 * answer to it sets a cookie, which the browser sends with all that the page loads. The arguments of a process are visible to all users, so
 * that the address with which the browser is started has another token, which works once.
 */
final class AddressToken {

    private static final String TOKEN = "token=";

    private final Secret token = Secret.random();
    private final Secret ticket = Secret.random();
    private final AtomicBoolean used = new AtomicBoolean();
    /** Cookies do not belong to a port; several servers may run. */
    private final String cookie;

    AddressToken(int port) {
        cookie = "gne-" + port + "=";
    }

    /** The query of the address. */
    String query() {
        return "?" + TOKEN + token.text();
    }

    /** The query of an address that works once. */
    String queryOnce() {
        return "?" + TOKEN + ticket.text();
    }

    /** Whether a request comes from one who has the address. Then the answer sets the cookie if it is not there yet. */
    boolean isAllowed(HttpExchange exchange) {
        for (String line : exchange.getRequestHeaders().getOrDefault("Cookie", List.of())) {
            for (String each : line.split(";", -1)) {
                String stripped = each.strip();
                if (stripped.startsWith(cookie) && token.is(stripped.substring(cookie.length()))) {
                    return true;
                }
            }
        }
        if (!isToken(exchange.getRequestURI().getRawQuery())) {
            return false;
        }
        exchange.getResponseHeaders().set("Set-Cookie", cookie + token.text() + "; Path=/; HttpOnly; SameSite=Strict");
        return true;
    }

    private boolean isToken(@Nullable String query) {
        if (query == null || !query.startsWith(TOKEN)) {
            return false;
        }
        String given = query.substring(TOKEN.length());
        return token.is(given) || (ticket.is(given) && used.compareAndSet(false, true));
    }
}
