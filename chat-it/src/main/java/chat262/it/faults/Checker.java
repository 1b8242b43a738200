package chat262.it.faults;

import chat262.it.faults.client.DurableLines;
import chat262.it.faults.client.Journal;
import chat262.it.faults.client.Journal.Entry;
import chat262.it.faults.client.Outbox;
import chat262.it.faults.client.Outbox.Item;
import chat262.it.faults.client.Screen;
import chat262.it.faults.client.SenderMain;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares the files of all clients with the server's log, when a run is over. */
final class Checker {
    private final WorkloadAccounts accounts;
    private final List<ClientProcess> clients;
    private final List<String> violations = new ArrayList<>();
    private final Map<String, Integer> checked = new LinkedHashMap<>();

    Checker(WorkloadAccounts accounts, List<ClientProcess> clients) {
        this.accounts = accounts;
        this.clients = clients;
    }

    /** Checks everything and fills {@link #violations}. */
    void run() {
        for (ClientProcess client : clients) {
            for (long room : client.rooms()) {
                List<JsonObject> log = accounts.log(client.name(), room);
                checkLog(client.name() + " in room " + room, log);
                if (client.isSender()) {
                    checkOutbox(client, room, log);
                } else {
                    checkJournal(client, room, log);
                    checkScreen(client, room, log);
                    checkCursor(client, room, log);
                }
            }
        }
        checkGuestGroup(accounts.log(accounts.owner(), accounts.guestGroup()));
    }

    /** What breaks the promise, a sentence each. */
    List<String> violations() {
        return violations;
    }

    /** The number of things checked, by their kind. */
    Map<String, Integer> checked() {
        return checked;
    }

    private void checkLog(String whose, List<JsonObject> log) {
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < log.size(); i++) {
            if (seq(log.get(i)) != i + 1) {
                wrong("%s: after seq %d of the log comes %d", whose, i, seq(log.get(i)));
                return;
            }
            String key = log.get(i).getString("key", null);
            if (key != null && !keys.add(key)) {
                wrong("%s: the key %s is in the log twice, the second time at %d", whose, key, i + 1);
            }
        }
        count("entries in the log without a gap", log.size());
        count("keys in the log that are there once", keys.size());
    }

    private void checkOutbox(ClientProcess client, long room, List<JsonObject> log) {
        String whose = client.name() + " in room " + room;
        List<Item> items = Outbox.read(client.file("outbox", room));
        Map<String, JsonObject> byKey = new HashMap<>();
        log.stream()
                .filter(entry -> entry.containsKey("key"))
                .forEach(entry -> byKey.put(entry.getString("key"), entry));
        checkTexts(whose, byKey.values());
        long before = 0;
        for (Item item : items) {
            JsonObject entry = byKey.remove(item.key());
            checkOutcome(whose, room, item, entry);
            if (entry != null && seq(entry) < before) {
                wrong("%s: message %d is at %d, below the one before", whose, item.number(), seq(entry));
            }
            before = entry == null ? before : seq(entry);
        }
        byKey.forEach((key, entry) -> wrong("%s: %s is in the log and in no outbox", whose, entry));
    }

    /** A client that takes a new key for a message would have it stored again. */
    private void checkTexts(String whose, Collection<JsonObject> own) {
        Set<String> texts = new HashSet<>();
        for (JsonObject entry : own) {
            if (!texts.add(entry.getString("body"))) {
                wrong("%s: one message is in the log under two keys: %s", whose, entry);
            }
        }
    }

    private void checkOutcome(String whose, long room, Item item, JsonObject entry) {
        if (item.outcome() == null) {
            wrong("%s: message %d still waits in the outbox", whose, item.number());
        } else if (!item.outcome().isStored()) {
            count("refused messages that are not in the log", 1);
            if (entry != null) {
                wrong("%s: message %d was refused and is in the log: %s", whose, item.number(), entry);
            } else if (!item.outcome().problem().equals("not-found")) {
                wrong(
                        "%s: message %d was refused: %s",
                        whose, item.number(), item.outcome().problem());
            }
        } else if (entry == null) {
            wrong(
                    "%s: message %d was answered with seq %d and is lost",
                    whose, item.number(), item.outcome().seq());
        } else {
            count("accepted messages that are in the log", 1);
            boolean same = seq(entry) == item.outcome().seq()
                    && entry.getString("body").equals(SenderMain.body(String.valueOf(room), item));
            if (!same) {
                wrong(
                        "%s: message %d was answered with seq %d and is %s",
                        whose, item.number(), item.outcome().seq(), entry);
            }
        }
    }

    private void checkJournal(ClientProcess client, long room, List<JsonObject> log) {
        String whose = client.name() + " in room " + room;
        List<Entry> journal = Journal.read(client.file("journal", room));
        List<Entry> expected = log.stream().map(Entry::of).toList();
        for (int i = 0; i < Math.max(journal.size(), expected.size()); i++) {
            Entry has = i < journal.size() ? journal.get(i) : null;
            Entry should = i < expected.size() ? expected.get(i) : null;
            if (has == null || !has.equals(should)) {
                wrong("%s: line %d of the journal is %s, in the log it is %s", whose, i + 1, has, should);
                return;
            }
        }
        count("entries in journals, each as in the log", journal.size());
    }

    private void checkScreen(ClientProcess client, long room, List<JsonObject> log) {
        String whose = client.name() + " in room " + room;
        long seen = 0;
        long shown = 0;
        for (String line : Screen.read(client.file("screen", room))) {
            long seq = Long.parseLong(line.split(" ")[1]);
            if (line.startsWith("open")) {
                if (seq > seen) {
                    wrong("%s: the view opened behind %d, and only %d was ever shown", whose, seq, seen);
                }
                shown = seq;
            } else if (seq != shown + 1) {
                wrong("%s: %d was shown after %d", whose, seq, shown);
                return;
            } else {
                shown = seq;
                seen = Math.max(seen, seq);
            }
        }
        if (seen != log.size()) {
            wrong("%s: %d of %d entries were shown", whose, seen, log.size());
        }
        count("entries shown, none left out", (int) seen);
    }

    private void checkCursor(ClientProcess client, long room, List<JsonObject> log) {
        String whose = client.name() + " in room " + room;
        long before = 0;
        List<String> told = DurableLines.read(client.file("cursors", room));
        for (String line : told) {
            long cursor = Long.parseLong(line);
            if (cursor < before) {
                wrong("%s: the cursor fell from %d to %d", whose, before, cursor);
            }
            before = cursor;
        }
        count("moves of cursors, all upwards", told.size());
        DurableLines.read(client.file("complaints", room)).forEach(sentence -> wrong("%s: %s", whose, sentence));
        JsonObject now = accounts.room(client.name(), room);
        long cursor = now.getJsonNumber("cursor").longValueExact();
        long lastSeq = now.getJsonNumber("lastSeq").longValueExact();
        if (cursor != log.size() || lastSeq != log.size()) {
            wrong("%s: the cursor is at %d of %d, and the log has %d", whose, cursor, lastSeq, log.size());
        }
    }

    private void checkGuestGroup(List<JsonObject> log) {
        boolean inside = true;
        for (JsonObject entry : log) {
            boolean ofGuest = accounts.guest().equals(entry.getString("username", entry.getString("sender", "")));
            switch (entry.getString("kind")) {
                case "removed" -> inside = inside && !ofGuest;
                case "joined" -> inside = inside || ofGuest;
                case "text" -> {
                    if (ofGuest && !inside) {
                        wrong("the guest wrote to a group that it was removed from: %s", entry);
                    }
                }
                default -> {}
            }
        }
        count("entries of the guest's group, none by a removed guest", log.size());
    }

    private static long seq(JsonObject entry) {
        return entry.getJsonNumber("seq").longValueExact();
    }

    private void count(String what, int many) {
        checked.merge(what, many, Integer::sum);
    }

    private void wrong(String sentence, Object... values) {
        violations.add(sentence.formatted(values));
    }
}
