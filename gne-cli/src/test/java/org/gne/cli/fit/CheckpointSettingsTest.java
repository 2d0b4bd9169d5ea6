package org.gne.cli.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CheckpointSettingsTest {

    @Test
    void argumentsAreQuotedAsAShellNeedsThem() {
        assertThat(CheckpointSettings.callToResume(List.of("fit", "my cells.csv", "--id", "it's", "--at=-1,2")))
                .isEqualTo("gne fit 'my cells.csv' --id 'it'\\''s' --at=-1,2 --resume");
        assertThat(CheckpointSettings.callToResume(List.of("fit", "a", "--resume", "")))
                .isEqualTo("gne fit a --resume ''");
    }
}
