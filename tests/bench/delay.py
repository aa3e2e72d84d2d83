"""A proxy that holds back every byte, as a far server does.

    delay.py TO-PORT MILLISECONDS    prints its own port; half of the time is
                                     spent on the way there, half on the way back
"""
import asyncio
import sys

CHUNK = 1 << 20


async def pass_on(reader, writer, seconds):
    """Constant delay keeps the order."""
    loop = asyncio.get_running_loop()
    while chunk := await reader.read(CHUNK):
        loop.call_later(seconds, writer.write, chunk)
    loop.call_later(seconds, writer.close)


async def main():
    to, seconds = int(sys.argv[1]), int(sys.argv[2]) / 2000

    async def serve(reader, writer):
        theirs, ours = await asyncio.open_connection('127.0.0.1', to)
        try:
            await asyncio.gather(pass_on(reader, ours, seconds),
                                 pass_on(theirs, writer, seconds))
        except ConnectionError:
            pass

    server = await asyncio.start_server(serve, '127.0.0.1', 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    async with server:
        await server.serve_forever()


asyncio.run(main())
