# Connects to a port on many addresses and to a Unix socket in no folder; prints what became of it.
import json, socket, sys

def connect(family, address):
    try:
        with socket.socket(family) as client:
            client.settimeout(1)
            client.connect(address)
            return 'connected'
    except OSError as error:
        return error.strerror or str(error)

port, name, *hosts = sys.argv[1:]
reached = {host: connect(socket.AF_INET6 if ':' in host else socket.AF_INET, (host, int(port))) for host in hosts}
reached[name] = connect(socket.AF_UNIX, '\0' + name)
print(json.dumps(reached))
