package org.gne.explorer;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a page can do beside showing a map.
 *
 * @param source {@code server} or {@code embedded}
 * @param meaning whether it searches by meaning
 * @param parquet whether it saves rows as Parquet
 * @param tags where it keeps the tags of rows: the name of a file of the server, or the key of the browser's storage; null if nowhere
 * @param token what the server expects with requests that change something, or null
 */
record Abilities(
        String source,
        boolean meaning,
        boolean parquet,
        @Nullable String tags,
        @Nullable String token) {

    static Abilities ofServer(ServerTools tools, Secret token) {
        TagFile tags = tools.tags();
        boolean posts = tags != null || tools.parquet() != null;
        return new Abilities(
                "server",
                tools.search() != null,
                tools.parquet() != null,
                tags == null ? null : tags.name(),
                posts ? token.text() : null);
    }

    /** @param key the same for the same map only */
    static Abilities ofFile(String key) {
        return new Abilities("embedded", false, false, key, null);
    }

    void describe(Map<String, Object> members) {
        if (meaning) {
            members.put("meaning", true);
        }
        if (parquet) {
            members.put("parquet", true);
        }
        if (tags != null) {
            members.put("tags", tags);
        }
        if (token != null) {
            members.put("token", token);
        }
    }
}
