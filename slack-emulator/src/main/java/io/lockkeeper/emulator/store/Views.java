package io.lockkeeper.emulator.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stack of modals each user has open; the last one is on top. Not thread-safe: the event loop owns it. */
public final class Views {
    /** Slack stacks no more than three. */
    public static final int DEEPEST = 3;

    private final Map<String, List<OpenView>> stacks = new LinkedHashMap<>();
    private final Feed feed;

    public Views(Feed feed) {
        this.feed = feed;
    }

    /** A copy, the root first. */
    public List<OpenView> stack(String user) {
        return List.copyOf(stacks.getOrDefault(user, List.of()));
    }

    public Optional<OpenView> top(String user) {
        List<OpenView> stack = stack(user);
        return stack.isEmpty() ? Optional.empty() : Optional.of(stack.getLast());
    }

    public Optional<OpenView> byId(String id) {
        return stacks.values().stream()
                .flatMap(List::stream)
                .filter(v -> v.id().equals(id))
                .findFirst();
    }

    public Optional<OpenView> byExternalId(String externalId) {
        return stacks.values().stream()
                .flatMap(List::stream)
                .filter(v -> !externalId.isEmpty() && v.externalId().equals(externalId))
                .findFirst();
    }

    /** Replaces whatever the user had open. */
    public void open(OpenView view) {
        stacks.put(view.user(), new ArrayList<>(List.of(view)));
        published(view.user());
    }

    public void push(OpenView view) {
        List<OpenView> stack = stacks.computeIfAbsent(view.user(), user -> new ArrayList<>());
        if (stack.size() >= DEEPEST) {
            throw new IllegalStateException("A fourth view on the stack of " + view.user());
        }
        stack.add(view);
        published(view.user());
    }

    public void replace(OpenView view) {
        List<OpenView> stack = stacks.getOrDefault(view.user(), new ArrayList<>());
        stack.replaceAll(open -> open.id().equals(view.id()) ? view : open);
        published(view.user());
    }

    /** Closes one view and those above it. */
    public void close(OpenView view) {
        List<OpenView> stack = stacks.getOrDefault(view.user(), new ArrayList<>());
        int at = stack.stream().map(OpenView::id).toList().indexOf(view.id());
        if (at >= 0) {
            stack.subList(at, stack.size()).clear();
        }
        published(view.user());
    }

    public void clear(String user) {
        stacks.remove(user);
        published(user);
    }

    private void published(String user) {
        feed.publish(new Change(Change.Kind.VIEW, "", user));
    }
}
