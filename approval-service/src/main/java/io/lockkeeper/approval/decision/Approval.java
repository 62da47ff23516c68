package io.lockkeeper.approval.decision;

import io.lockkeeper.approval.decision.ApprovalState.AwaitingApproval;
import io.lockkeeper.approval.decision.ApprovalState.Event;
import io.lockkeeper.approval.directory.Person;
import io.lockkeeper.approval.migration.Migration;
import io.lockkeeper.approval.migration.Risk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The approval of one migration.
 *
 * <p>Invariant: a HIGH migration leaves {@link AwaitingApproval} for approval only with a decision of a person who is neither
 * its submitter nor the identity of the credential that submitted it.
 *
 * @param decisions those that counted on the present subject, in order
 */
public record Approval(Migration migration, Terms terms, List<Decision> decisions, ApprovalState state) {

    public Approval {
        decisions = List.copyOf(decisions);
        if (migration.risk() == Risk.HIGH && (terms.needed() < 1 || terms.submitterMayApprove())) {
            throw new IllegalArgumentException(
                    "HIGH migration " + migration.id() + " would pass without a second person");
        }
    }

    /** Asked for at {@code now}. */
    public static Approval open(Migration migration, Policy policy, Instant now) {
        Terms terms = policy.terms(migration, now);
        return new Approval(migration, terms, List.of(), ApprovalState.opened(terms.needed(), now, terms.expiresAt()));
    }

    /** What {@code attempt} comes to, without changing anything. */
    public Decision.Result judge(Attempt attempt, Instant now) {
        String version = migration.version();
        Person person = attempt.actor().person();
        if (person == null) {
            return new Decision.UnknownPerson(version);
        }
        Optional<Decision> earlier = decisionOf(person);
        if (earlier.isPresent()) {
            return new Decision.AlreadyDecided(version, earlier.get().verdict());
        }
        if (!(state instanceof AwaitingApproval waiting)) {
            return new Decision.Closed(version, state.label().toLowerCase(Locale.ROOT));
        }
        if (!attempt.subject().equals(migration.subject())) {
            return new Decision.StaleSubject(version, migration.subject());
        }
        return switch (attempt.verdict()) {
            case APPROVE -> judgeApproval(attempt.actor(), person, waiting, now);
            case REJECT -> judgeRejection(person, waiting, now);
        };
    }

    private Decision.Result judgeApproval(Attempt.Actor actor, Person person, AwaitingApproval waiting, Instant now) {
        if (own(actor, person) && !terms.submitterMayApprove()) {
            return new Decision.OwnMigration(migration.version(), terms.group());
        }
        if (!person.groups().contains(terms.group())) {
            return new Decision.NotAllowed(migration.version(), terms.group());
        }
        int given = waiting.given() + 1;
        return new Decision.Counted(given, waiting.needed(), then(new Event.ApprovalCounted(now)));
    }

    /** Whoever submitted may always stop their own migration; nobody else outside the group may. */
    private Decision.Result judgeRejection(Person person, AwaitingApproval waiting, Instant now) {
        if (!person.groups().contains(terms.group())
                && !migration.submitter().identity().equals(person.identity())) {
            return new Decision.NotAllowed(migration.version(), terms.group());
        }
        return new Decision.Counted(
                waiting.given(), waiting.needed(), then(new Event.RejectionCounted(person.identity(), now)));
    }

    /** The approval after a decision that {@link #judge} counted. */
    public Approval with(Decision decision, Decision.Counted counted) {
        List<Decision> all = new ArrayList<>(decisions);
        all.add(decision);
        Approval decided = new Approval(migration, terms, all, counted.state());
        if (counted.state() instanceof ApprovalState.Approved) {
            decided.requireSecondPerson();
        }
        return decided;
    }

    /** The approval after {@code event}; empty when the event does not belong to its state. */
    public Optional<Approval> after(Event event) {
        return ApprovalState.next(state, event).map(next -> new Approval(migration, terms, decisions, next));
    }

    /** The same migration anew under another subject; what was decided before is void. Empty when it is too late for that. */
    public Optional<Approval> reopen(Migration changed, Policy policy, Instant now) {
        Terms anew = policy.terms(changed, now);
        ApprovalState opened = ApprovalState.opened(anew.needed(), now, anew.expiresAt());
        return ApprovalState.next(state, new Event.SubjectChanged(opened))
                .map(next -> new Approval(changed, anew, List.of(), next));
    }

    /** Whether decisions are waited for in vain at {@code now}. */
    public boolean ranOut(Instant now) {
        return state instanceof AwaitingApproval waiting && !now.isBefore(waiting.expiresAt());
    }

    /** Those who approved. */
    public List<Attempt.Actor> approvers() {
        return decisions.stream()
                .filter(decision -> decision.verdict() == Verdict.APPROVE)
                .map(Decision::actor)
                .toList();
    }

    /** A last line of defence: no path may lead here with a HIGH migration that only its submitter approved. */
    void requireSecondPerson() {
        boolean second =
                approvers().stream().anyMatch(actor -> !migration.submitter().is(actor.identity()));
        if (migration.risk() == Risk.HIGH && !second) {
            throw new IllegalStateException("HIGH migration " + migration.id() + " has no approver but its submitter");
        }
    }

    private boolean own(Attempt.Actor actor, Person person) {
        return migration.submitter().is(person.identity())
                || (!actor.credential().isEmpty()
                        && actor.credential().equals(migration.submitter().credential()));
    }

    private Optional<Decision> decisionOf(Person person) {
        return decisions.stream()
                .filter(decision -> decision.actor().identity().equals(person.identity()))
                .findFirst();
    }

    private ApprovalState then(Event event) {
        return ApprovalState.next(state, event)
                .orElseThrow(() -> new IllegalStateException(event + " does not belong to " + state));
    }
}
