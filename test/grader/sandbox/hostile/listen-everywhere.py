# Listens on all addresses, and greets who comes.
import os, socket

with socket.create_server(('0.0.0.0', int(os.environ['PORT']))) as server:
    print('listening', flush=True)
    while True:
        client, _ = server.accept()
        client.sendall(f'hello from {os.environ["NAME"]}\n'.encode())
        client.close()
