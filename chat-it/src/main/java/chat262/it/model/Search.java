package chat262.it.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Goes breadth first through every state that can be reached, so that the first bad trace is a shortest one. */
final class Search {
    private final Participants participants;
    private final Server server;
    private final Clients clients;

    private final Map<State, Integer> numbers = new HashMap<>();
    private final List<State> states = new ArrayList<>();
    private final Numbers parents = new Numbers();
    /** Every step as a pair of states: from, to. */
    private final Numbers steps = new Numbers();

    private Search(Participants participants, BrokenRule broken) {
        this.participants = participants;
        server = new Server(broken);
        clients = new Clients(participants, broken);
    }

    /**
     * What a search has found.
     *
     * @param states how many states it has visited
     * @param steps how many steps between them it has tried
     * @param badTrace the first broken promise; empty if it is kept
     */
    record Result(int states, int steps, Optional<Trace> badTrace) {}

    /** Searches the model with all rules kept. */
    static Result of(Participants participants) {
        return new Search(participants, null).run();
    }

    /** Searches the model with one rule broken. */
    static Result of(BrokenRule broken) {
        return new Search(broken.participants(), broken).run();
    }

    private Result run() {
        add(State.FIRST, 0);
        Optional<Trace> bad = Optional.empty();
        for (int at = 0; at < states.size() && bad.isEmpty(); at++) {
            bad = expand(at);
        }
        if (bad.isEmpty()) {
            bad = stuck();
        }
        return new Result(states.size(), steps.size() / 2, bad);
    }

    private Optional<Trace> expand(int at) {
        State now = states.get(at);
        for (Step step : stepsOf(now)) {
            Optional<String> broken = Promise.brokenBy(now, step.next());
            int next = add(step.next(), at);
            steps.add(at);
            steps.add(next);
            if (broken.isPresent()) {
                return Optional.of(traceTo(at, step.what().get(), broken.get()));
            }
        }
        return Optional.empty();
    }

    private List<Step> stepsOf(State now) {
        List<Step> found = new ArrayList<>();
        clients.addSteps(now, found);
        server.addSteps(now, found);
        return found;
    }

    private int add(State state, int parent) {
        Integer known = numbers.putIfAbsent(state, states.size());
        if (known != null) {
            return known;
        }
        states.add(state);
        parents.add(parent);
        return states.size() - 1;
    }

    /** A state from which no way leads to the end, if there is one. */
    private Optional<Trace> stuck() {
        BitSet good = new BitSet();
        Deque<Integer> open = new ArrayDeque<>();
        IntStream.range(0, states.size())
                .filter(state -> Promise.isKept(states.get(state), participants))
                .forEach(state -> {
                    good.set(state);
                    open.add(state);
                });
        int[] first = new int[states.size() + 1];
        int[] into = stepsInto(first);
        while (!open.isEmpty()) {
            int state = open.poll();
            for (int i = first[state]; i < first[state + 1]; i++) {
                if (!good.get(into[i])) {
                    good.set(into[i]);
                    open.add(into[i]);
                }
            }
        }
        int lost = good.nextClearBit(0);
        return lost == states.size()
                ? Optional.empty()
                : Optional.of(traceTo(lost, null, "from here no way leads to the end"));
    }

    /** Where steps into each state come from: those into state s stand from first[s] to first[s + 1]. */
    private int[] stepsInto(int[] first) {
        for (int i = 1; i < steps.size(); i += 2) {
            first[steps.get(i)]++;
        }
        for (int state = 1; state < first.length; state++) {
            first[state] += first[state - 1];
        }
        int[] from = new int[steps.size() / 2];
        for (int i = 1; i < steps.size(); i += 2) {
            from[--first[steps.get(i)]] = steps.get(i - 1);
        }
        return from;
    }

    private Trace traceTo(int state, String lastStep, String broken) {
        LinkedList<String> what = new LinkedList<>();
        if (lastStep != null) {
            what.add(lastStep);
        }
        for (int at = state; at != 0; at = parents.get(at)) {
            State reached = states.get(at);
            what.addFirst(stepsOf(states.get(parents.get(at))).stream()
                    .filter(step -> step.next().equals(reached))
                    .findFirst()
                    .orElseThrow()
                    .what()
                    .get());
        }
        return new Trace(List.copyOf(what), broken);
    }
}
