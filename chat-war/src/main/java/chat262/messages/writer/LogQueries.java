package chat262.messages.writer;

import chat262.messages.writer.BatchPlan.AccountKey;
import chat262.messages.writer.BatchPlan.MembershipState;
import chat262.messages.writer.BatchPlan.StoredKey;
import chat262.rooms.MemberId;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what a batch is decided on, once its rooms are locked. */
interface LogQueries {
    /** Those that are members, by the rows that were given. */
    Map<MemberId, MembershipState> membershipStates(Set<MemberId> members) throws SQLException;

    /** What the keys of a batch stand for, as far as they stand for something. */
    Map<AccountKey, StoredKey> storedKeys(Batch batch) throws SQLException;

    /** All in a batch who must be members of its rooms. */
    static Set<MemberId> members(Batch batch) {
        return Stream.concat(
                        batch.sends().stream().map(Send::sender),
                        batch.acknowledgements().stream().map(Acknowledgement::member))
                .collect(Collectors.toSet());
    }
}
