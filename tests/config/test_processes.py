import signal
import sys
import time
from collections.abc import Callable

import pytest

from config.processes import Process, Supervisor

FOREVER = [sys.executable, "-c", "import time; time.sleep(60)"]
STUBBORN = [
    sys.executable,
    "-c",
    "import signal, time; signal.signal(15, signal.SIG_IGN); print(flush=True); time.sleep(60)",
]
FAILS = [sys.executable, "-c", "raise SystemExit(3)"]


class Turns:
    """Stops the supervisor when a condition holds, and says what took too long otherwise."""

    def __init__(self, until: Callable[[], bool]) -> None:
        self.until = until
        self.supervisor: Supervisor | None = None
        self.deadline = time.monotonic() + 10

    def __call__(self) -> None:
        assert time.monotonic() < self.deadline, "waited in vain"
        if self.supervisor is not None and self.until():
            self.supervisor.ask_to_stop(signal.SIGTERM, None)


def supervise(web: Process, worker: Process | None, *, until: Callable[[], bool]) -> tuple[int, list[str]]:
    said: list[str] = []
    turns = Turns(until)
    turns.supervisor = Supervisor(web, worker, say=said.append)
    return turns.supervisor.run(each_turn=turns, turn=0.02), said


def has_ended(process: Process) -> bool:
    return process.running is None or process.running.poll() is not None


def test_both_end_when_asked_to_stop() -> None:
    web, worker = Process("web", FOREVER), Process("worker", FOREVER)
    code, _ = supervise(web, worker, until=lambda: True)
    assert (code, has_ended(web), has_ended(worker)) == (0, True, True)


def test_worker_is_stopped_when_the_web_server_ends() -> None:
    web, worker = Process("web", FAILS), Process("worker", FOREVER)
    code, said = supervise(web, worker, until=lambda: False)
    assert (code, has_ended(worker)) == (1, True)
    assert said == ["The web server ended with exit code 3; stopping the worker too."]


def test_worker_that_ends_is_started_again() -> None:
    web, worker = Process("web", FOREVER), Process("worker", FAILS)
    worker.pause = 0.05
    code, said = supervise(web, worker, until=lambda: worker.pause > 0.3)
    assert code == 0
    assert said[0] == "The worker ended with exit code 3; starting it again in 0 s."


def test_pauses_between_starts_grow_to_a_minute() -> None:
    worker = Process("worker", FAILS)
    worker.began = time.monotonic()
    assert [worker.put_off_restart() for _ in range(8)] == [1, 2, 4, 8, 16, 32, 60, 60]


def test_pause_is_short_again_after_a_healthy_run() -> None:
    worker = Process("worker", FAILS)
    worker.pause = 60
    worker.began = time.monotonic() - 61
    assert worker.put_off_restart() == 1


def test_second_request_to_stop_does_not_wait() -> None:
    web = Process("web", STUBBORN)
    supervisor = Supervisor(web, None, say=lambda said: None)

    def insist() -> None:
        time.sleep(0.5)  # until it ignores the signal
        supervisor.ask_to_stop()
        supervisor.ask_to_stop()

    began = time.monotonic()
    assert supervisor.run(each_turn=insist, turn=0.02) == 0
    assert time.monotonic() - began < 5
    assert has_ended(web)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_signal_handler_takes_what_python_gives(number: int) -> None:
    supervisor = Supervisor(Process("web", FOREVER), None, say=lambda said: None)
    supervisor.ask_to_stop(number, None)
    assert supervisor.stops_asked == 1
