"""Visits the server on a port with redis-py: visit.py PORT greet|store|expire

Prints what it was told, as JSON, once for each version of RESP that redis-py can be asked to speak.
"""

import inspect
import json
import sys
import time

try:
    import redis
except ImportError:
    sys.exit(127)  # So says a shell that there is no such program.


def greet(client):
    try:
        nope = client.execute_command('NOPE')
    except redis.ResponseError as error:
        nope = str(error)
    return {'ping': client.ping(), 'echo': client.echo('hello world').decode(), 'nope': nope}


def store(client):
    pipeline = client.pipeline(transaction=False).set('one', '1').set('two', '2')
    pipeline.get('one').get('none').get('two').delete('one', 'two')
    every_byte = bytes(range(256))
    return {
        'set': client.set('name', 'Ada'),
        'get': client.get('name').decode(),
        'exists': client.exists('name', 'nobody'),
        'delete': client.delete('name', 'nobody'),
        'get the deleted': client.get('name'),
        'pipeline': [reply.decode() if isinstance(reply, bytes) else reply for reply in pipeline.execute()],
        'every byte comes back': client.set(every_byte, every_byte) and client.get(every_byte) == every_byte,
    }


def expire(client):
    told = {}
    client.set('session', 'Ada', ex=100)
    told['set for 100 s'] = client.ttl('session')
    client.set('session', 'Grace', keepttl=True)
    told['set anew, deadline kept'] = client.ttl('session')
    client.expire('session', 500)
    told['moved to 500 s'] = client.ttl('session')
    client.pexpire('session', 1)
    time.sleep(0.05)
    told['get the expired'] = client.get('session')
    return told


# Until its version 5, redis-py spoke RESP2 and gave no choice.
choices = [{}]
if 'protocol' in inspect.signature(redis.Redis).parameters:
    choices += [{'protocol': 2}, {'protocol': 3}]

port, lesson = sys.argv[1:]
visit = {'greet': greet, 'store': store, 'expire': expire}[lesson]
print(json.dumps([visit(redis.Redis(port=int(port), **choice)) for choice in choices]))
