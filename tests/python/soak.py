"""Python clients (redis-py) that check every reply while the server's slots and cores move.

    pip install redis
    python3 tests/python/soak.py --port 6379 --seconds 600
    python3 tests/python/soak.py --port 7110 --seconds 600 --cluster

Each client keeps a model of its own keys; an exception or a reply that is not the model's ends
the run with exit code 1. The server is not emptied: keys begin with `py:`.
"""

import argparse
import random
import sys
import threading
import time

import redis


def connect(arguments):
    """A client of its own connection; of the cluster, one for each node."""
    if arguments.cluster:
        return redis.cluster.RedisCluster(host="127.0.0.1", port=arguments.port)
    return redis.Redis(host="127.0.0.1", port=arguments.port, protocol=3)


class Client(threading.Thread):
    """Works on keys of its own until the end, and remembers what was wrong."""

    def __init__(self, number, arguments):
        super().__init__()
        self.number, self.arguments = number, arguments
        self.dice = random.Random(number)
        self.strings, self.lists, self.hashes = {}, {}, {}
        self.replies, self.wrong = 0, None

    def key(self, kind):
        return f"py:{self.number}:{kind}:{self.dice.randrange(200)}"

    def must(self, what, got, expected):
        self.replies += 1
        if got != expected:
            raise AssertionError(f"{what}: {got!r} instead of {expected!r}")

    def run(self):
        try:
            client = connect(self.arguments)
            for found in client.scan_iter(f"py:{self.number}:*", count=1000):
                client.delete(found)
            end = time.monotonic() + self.arguments.seconds
            steps = [self.string, self.list, self.hash, self.pipeline, self.watch, self.blocked]
            while time.monotonic() < end:
                self.dice.choice(steps)(client)
        except Exception as wrong:  # Whatever it is, it is what was looked for.
            self.wrong = f"client {self.number}: {type(wrong).__name__}: {wrong}"

    def string(self, client):
        key, value = self.key("s"), str(self.dice.random()).encode()
        self.must("GET", client.get(key), self.strings.get(key))
        self.must("SET", client.set(key, value), True)
        self.strings[key] = value

    def list(self, client):
        key, value = self.key("l"), str(self.dice.random()).encode()
        model = self.lists.setdefault(key, [])
        model.append(value)
        self.must("RPUSH", client.rpush(key, value), len(model))
        if len(model) > 20:
            self.must("LRANGE", client.lrange(key, 0, -1), model)
            self.must("DEL", client.delete(key), 1)
            model.clear()

    def hash(self, client):
        key, field = self.key("h"), f"f{self.dice.randrange(10)}".encode()
        model = self.hashes.setdefault(key, {})
        value = str(self.dice.random()).encode()
        self.must("HSET", client.hset(key, field, value), int(field not in model))
        model[field] = value
        self.must("HGETALL", client.hgetall(key), model)

    def pipeline(self, client):
        keys = [self.key("s") for _ in range(20)]
        pipe = client.pipeline(transaction=False)
        for key in keys:
            pipe.get(key)
        self.must("pipeline", pipe.execute(), [self.strings.get(key) for key in keys])

    def watch(self, client):
        tag = f"{{py:{self.number}:t:{self.dice.randrange(50)}}}"
        with client.pipeline(transaction=True) as pipe:
            pipe.watch(tag + "n")
            before = int(pipe.get(tag + "n") or 0)
            pipe.multi()
            pipe.set(tag + "n", before + 1)
            pipe.incr(tag + "m")
            done = pipe.execute()
        # The client of a cluster hands on the reply to SET as it came.
        self.must("EXEC", [done[0] in (True, b"OK"), done[1]], [True, before + 1])

    def blocked(self, client):
        key = self.key("q")
        if self.dice.randrange(10) == 0:
            self.must("BLPOP in vain", client.blpop([key], timeout=0.05), None)
        self.must("LPUSH", client.lpush(key, b"x"), 1)
        self.must("BLPOP", list(client.blpop([key], timeout=5)), [key.encode(), b"x"])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--seconds", type=float, default=600.0)
    parser.add_argument("--clients", type=int, default=8)
    parser.add_argument("--cluster", action="store_true")
    arguments = parser.parse_args()
    clients = [Client(number, arguments) for number in range(arguments.clients)]
    for client in clients:
        client.start()
    for client in clients:
        client.join()
    wrong = [client.wrong for client in clients if client.wrong]
    print(f"{sum(client.replies for client in clients)} replies checked", *wrong, sep="\n")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
