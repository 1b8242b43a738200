package chat262.it.browser;

import org.junit.jupiter.api.BeforeEach;

/** What the tests of two users begin with: ann and bob, each with their direct room open. */
abstract class DirectRoomTest extends PageTest {
    BrowserUser ann;
    BrowserUser bob;

    @BeforeEach
    void twoUsersInARoom() {
        ann = signedUp("ann");
        bob = signedUp("bob");
        meet(ann, bob);
    }
}
