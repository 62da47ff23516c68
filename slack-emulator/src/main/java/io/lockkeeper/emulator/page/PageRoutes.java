package io.lockkeeper.emulator.page;

import io.lockkeeper.emulator.interaction.Interactions;
import io.lockkeeper.emulator.store.Feed;
import io.lockkeeper.emulator.store.Messages;
import io.lockkeeper.emulator.store.Views;
import io.lockkeeper.emulator.workspace.Workspace;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.time.Clock;

/** stub */
public final class PageRoutes {
    public PageRoutes(
            Vertx vertx,
            Workspace workspace,
            Messages messages,
            Views views,
            Feed feed,
            Interactions interactions,
            Clock clock) {}

    public void mount(Router router) {}
}
