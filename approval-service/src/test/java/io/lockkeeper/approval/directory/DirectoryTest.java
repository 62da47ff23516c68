package io.lockkeeper.approval.directory;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DirectoryTest {

    private static final SlackUser DANA_IN_SLACK = new SlackUser("T0LOCK", "U0DANA");
    private static final Person DANA = new Person("dana", DANA_IN_SLACK, Set.of("dba"));

    @Test
    void findsPeopleByIdentityAndBySlackUser() {
        Directory directory = new Directory(List.of(DANA));

        assertThat(directory.identity("dana")).contains(DANA);
        assertThat(directory.slack(DANA_IN_SLACK)).contains(DANA);
        assertThat(directory.identity("U0DANA")).isEmpty();
    }

    @Test
    void doesNotKnowTheSameUserIdOfAnotherTeam() {
        Directory directory = new Directory(List.of(DANA));

        assertThat(directory.slack(new SlackUser("T0OTHER", "U0DANA"))).isEmpty();
    }

    @Test
    void refusesTwoPeopleBoundToOneSlackUser() {
        Person other = new Person("boris", DANA_IN_SLACK, Set.of());

        assertThatThrownBy(() -> new Directory(List.of(DANA, other)))
                .hasMessageContaining("U0DANA")
                .hasMessageContaining("dana")
                .hasMessageContaining("boris");
    }
}
