"""A crowd reads while an editor publishes every second: nobody meets a fault or an old page."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from bench.crowd import Crowd
from bench.servers import portal
from bench.visible import publish
from portal import database
from tests import make

SECONDS = 6


def test_nobody_in_a_crowd_meets_a_fault_or_an_old_page(store) -> None:
    make.section("news")
    database.close()
    with portal(store.data) as server:
        crowd = Crowd(server.port, "/news/")

        stay = crowd.stay(SECONDS, lambda title: publish(store.data, title), server.memory)
        # In a thread of its own: a browser that other tests of this worker hold open runs a loop.
        with ThreadPoolExecutor(1) as threads:
            told = threads.submit(asyncio.run, stay).result()

    assert not told.faults, (len(told.faults), told.faults[:5])
    assert told.answers > 200 and told.slow_answers >= 20 and len(told.published) >= 3
