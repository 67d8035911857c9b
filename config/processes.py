"""Keeps the desk's processes together: one web server, one worker, both ended when either must."""

import signal
import subprocess
import time
from collections.abc import Callable, Sequence

FIRST_PAUSE, LONGEST_PAUSE = 1.0, 60.0
# A process that ran this long before it ended was healthy: its next pause is short again.
HEALTHY_AFTER = 60.0
# The web server gives running requests 25 seconds; the worker finishes the text it is reading.
PATIENCE = 30.0


class Process:
    """A child process in a session of its own, so that Ctrl-C reaches it through us and only once."""

    def __init__(self, name: str, command: Sequence[str]) -> None:
        self.name = name
        self.command = list(command)
        self.pause = FIRST_PAUSE
        self.began = 0.0
        self.due: float | None = None
        self.running: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self.began = time.monotonic()
        self.due = None
        self.running = subprocess.Popen(self.command, start_new_session=True)  # noqa: S603

    def exit_code(self) -> int | None:
        """None while it runs or waits for its next start."""
        return None if self.running is None else self.running.poll()

    def put_off_restart(self) -> float:
        """Let it rest before its next start, twice as long each time. Returns the seconds."""
        now = time.monotonic()
        if now - self.began >= HEALTHY_AFTER:
            self.pause = FIRST_PAUSE
        pause, self.pause = self.pause, min(self.pause * 2, LONGEST_PAUSE)
        self.running, self.due = None, now + pause
        return pause

    def start_when_due(self) -> None:
        if self.due is not None and time.monotonic() >= self.due:
            self.start()

    def ask_to_end(self) -> None:
        if self.running is not None and self.running.poll() is None:
            self.running.send_signal(signal.SIGTERM)

    def wait(self, until: float) -> None:
        """Wait for its end, and end it by force at the given time of the monotonic clock."""
        if self.running is None:
            return
        try:
            self.running.wait(timeout=max(0.0, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            self.running.kill()
            self.running.wait()


class Supervisor:
    """Runs the processes until it is told to stop or the one that matters ends."""

    def __init__(self, web: Process, worker: Process | None, *, say: Callable[[str], None]) -> None:
        self.web = web
        self.worker = worker
        self.say = say
        self.stops_asked = 0

    def ask_to_stop(self, *signal_and_frame: object) -> None:
        """A signal handler. Asked a second time, it does not wait for work in progress."""
        self.stops_asked += 1

    def run(self, *, each_turn: Callable[[], None], turn: float = 0.25) -> int:
        """The exit code: 0 when asked to stop, 1 when the web server ended by itself."""
        for process in self.processes:
            process.start()
        try:
            while not self.stops_asked:
                if self.web.exit_code() is not None:
                    self.say(
                        f"The web server ended with exit code {self.web.exit_code()}; stopping the worker too."
                    )
                    return 1
                self.look_after_worker()
                each_turn()
                time.sleep(turn)
            self.say("Stopping: requests and the text in work are finished first. Again to stop at once.")
            return 0
        finally:
            self.stop()

    @property
    def processes(self) -> list[Process]:
        return [self.web] if self.worker is None else [self.web, self.worker]

    def look_after_worker(self) -> None:
        if self.worker is None:
            return
        self.worker.start_when_due()
        code = self.worker.exit_code()
        if code is not None:
            pause = self.worker.put_off_restart()
            self.say(f"The worker ended with exit code {code}; starting it again in {pause:.0f} s.")

    def stop(self) -> None:
        for process in self.processes:
            process.ask_to_end()
        until = time.monotonic() + PATIENCE
        while any(p.running and p.running.poll() is None for p in self.processes):
            if time.monotonic() > until or self.stops_asked > 1:
                break
            time.sleep(0.05)
        for process in self.processes:
            process.wait(until=time.monotonic())
