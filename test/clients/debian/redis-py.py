"""Visits the server on a port with redis-py, for what one lesson has taught the server.

Prints, as JSON, what it was told in each version of RESP that can be chosen: Debian 12's redis-py
knows RESP2 only, and cannot be asked for it.
"""

import inspect
import json
import sys
import time

try:
    import redis
except ImportError:
    sys.exit('there is no redis-py here; to install it: apt-get install python3-redis')


def is_answered(client):
    return {
        'ping': client.ping(),
        'echo': client.echo('hello world').decode(),
        'nope': error_to(client, 'NOPE'),
    }


def stores(client):
    every_byte = bytes(range(256))
    pipeline = client.pipeline(transaction=False)
    pipeline.set('one', 1).set('two', 2).get('one').get('none').get('two').delete('one', 'two')
    return {
        'set': client.set('name', 'Ada'),
        'get': client.get('name').decode(),
        'exists': client.exists('name', 'nobody'),
        'delete': client.delete('name', 'nobody'),
        'get deleted': client.get('name'),
        'pipeline': [reply.decode() if isinstance(reply, bytes) else reply for reply in pipeline.execute()],
        'set every byte': client.set(every_byte, every_byte),
        'every byte is as it was': client.get(every_byte) == every_byte,
    }


def expires(client):
    return {}
