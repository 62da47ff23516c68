// Keeps what stands in <main> fresh: fetches the same page without its frame and puts it in place when it differs.
// Opened details stay open. Stops at a migration's end; slows down while the tab is hidden or the service is away.
(() => {
  const main = document.getElementById("live");
  const pulse = document.getElementById("pulse");
  const address = "/live" + (location.pathname === "/" ? "" : location.pathname) + location.search;
  let last = null;
  let wait = 1000;

  const show = (text, tone) => {
    pulse.textContent = text;
    pulse.className = "pulse " + tone;
  };

  const place = (html) => {
    if (html === last) return;
    last = html;
    const open = [...main.querySelectorAll("details[open]")].map((details) => details.id);
    main.innerHTML = html;
    open.forEach((id) => {
      const details = id && document.getElementById(id);
      if (details) details.open = true;
    });
  };

  const refresh = async () => {
    if (!document.hidden) {
      try {
        const answer = await fetch(address, { headers: { Accept: "text/html" }, cache: "no-store" });
        if (!answer.ok) throw new Error(answer.status);
        place(await answer.text());
        wait = 1000;
        show("live", "on");
      } catch (failure) {
        wait = Math.min(wait * 2, 15000);
        show("no connection, trying again", "off");
      }
    }
    if (document.getElementById("end")) {
      show("final", "done");
      return;
    }
    setTimeout(refresh, wait);
  };

  refresh();
})();
