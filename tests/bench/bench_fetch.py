"""What politeness and caution cost: Fetcher against plain httpx over 300 feeds, and memory.

The servers run in processes of their own, so that CPU time and memory are the client's alone.
"""

from __future__ import annotations

import multiprocessing
import resource
import statistics
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from multiprocessing.connection import Connection

import httpx

from feeds.fetch import Fetcher, Request
from tests.hostile import ATTACKS, hostile_server
from tests.servers import feed_server

FEEDS = 300
ENTRIES = 40
ROUNDS = 5
WORKERS = 8
Validators = dict[str, tuple[str, str]]
Poll = Callable[[list[str], Validators], Validators]


def main() -> None:
    with elsewhere(_serve_feeds) as urls:
        polls: dict[str, Poll] = {"httpx": plain, "Fetcher": ours}
        figures = {
            name: [measured(poll, urls) for _ in range(ROUNDS)] for name, poll in polls.items()
        }
    for number, what in enumerate(("first poll, all 200", "second poll, all 304")):
        cpu = {name: median(runs, number, 0) for name, runs in figures.items()}
        wall = {name: median(runs, number, 1) for name, runs in figures.items()}
        print(f"{what}, {FEEDS} feeds: CPU httpx {cpu['httpx']:.2f} s, ours {cpu['Fetcher']:.2f} s")
        print(f"  ratio {cpu['Fetcher'] / cpu['httpx']:.2f}", end="; ")
        print(f"wall httpx {wall['httpx']:.2f} s, ours {wall['Fetcher']:.2f} s")
    with elsewhere(_serve_attacks) as urls:
        attacked(urls)


def measured(poll: Poll, urls: list[str]) -> list[tuple[float, float]]:
    """CPU and wall seconds of a first poll and of a second."""
    found = []
    known: Validators = {}
    for _ in range(2):
        cpu, wall = time.process_time(), time.perf_counter()
        known = poll(urls, known)
        found.append((time.process_time() - cpu, time.perf_counter() - wall))
    return found


def median(runs: list[list[tuple[float, float]]], poll: int, what: int) -> float:
    return statistics.median(run[poll][what] for run in runs)


def plain(urls: list[str], known: Validators) -> Validators:
    """The same with httpx and nothing else."""

    def ask(client: httpx.Client, url: str) -> tuple[str, str]:
        etag, modified = known.get(url, ("", ""))
        headers = {"If-None-Match": etag, "If-Modified-Since": modified} if etag else {}
        answer = client.get(url, headers=headers)
        assert answer.status_code == (304 if etag else 200)
        return answer.headers["etag"], answer.headers["last-modified"]

    with httpx.Client(trust_env=False) as client, ThreadPoolExecutor(WORKERS) as pool:
        return dict(zip(urls, pool.map(lambda url: ask(client, url), urls), strict=True))


def ours(urls: list[str], known: Validators) -> Validators:
    """With all that a stranger's server calls for."""

    def ask(url: str) -> tuple[str, str]:
        etag, modified = known.get(url, ("", ""))
        answer = fetcher.fetch(Request(url, etag, modified, local=True))
        assert answer.outcome == ("not_modified" if etag else "ok"), answer.detail
        return answer.etag, answer.last_modified

    fetcher = Fetcher(workers=WORKERS)
    try:
        with ThreadPoolExecutor(WORKERS) as pool:
            return dict(zip(urls, pool.map(ask, urls), strict=True))
    finally:
        fetcher.close()


def attacked(urls: list[str]) -> None:
    """Peak memory over all attacks, one after the other and all at once."""
    fetcher = Fetcher(workers=WORKERS)
    asked = [Request(url, local=True, deadline=10) for url in urls]
    fetcher.fetch(asked[0])
    before, began = peak(), time.perf_counter()
    for one in asked:
        fetcher.fetch(one)
    alone = peak()
    print(
        f"{len(asked)} attacks one by one: peak +{(alone - before) / 1024:.0f} MB in"
        f" {time.perf_counter() - began:.1f} s"
    )
    with ThreadPoolExecutor(WORKERS) as pool:
        found = list(pool.map(fetcher.fetch, asked * 5))
    fetcher.close()
    print(f"{len(found)} attacks, {WORKERS} at once: peak +{(peak() - before) / 1024:.0f} MB")


def peak() -> int:
    """The most memory this process ever had, in kB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


@contextmanager
def elsewhere(serve: Callable[[Connection], None]) -> Iterator[list[str]]:
    """Addresses served by another process."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    child = context.Process(target=serve, args=(there,), daemon=True)
    child.start()
    try:
        yield here.recv()
    finally:
        here.send("end")
        child.join()


def _serve_feeds(pipe: Connection) -> None:
    with feed_server(FEEDS, ENTRIES) as server:
        pipe.send(server.urls)
        pipe.recv()


def _serve_attacks(pipe: Connection) -> None:
    with hostile_server() as server:
        pipe.send([server.url(path) for path in ("/ok", *ATTACKS)])
        pipe.recv()


if __name__ == "__main__":
    main()
