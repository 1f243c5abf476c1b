"""Running the service: sockets, the front's event loop, its workers, and an orderly end."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import signal
import socket
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import uvicorn

from kg.errors import ServiceError
from kg.release.release import open_release
from kg.settings import Settings
from kg.web.addresses import Addresses, public_address
from kg.web.admin.app import AdminApplication
from kg.web.admin.staging import Staging
from kg.web.admin.token import read_token
from kg.web.app import Application
from kg.web.clients import Clients
from kg.web.elsewhere import Elsewhere
from kg.web.endpoint import Asking
from kg.web.frame import told
from kg.web.http import Doors, guarded
from kg.web.limits import Limits
from kg.web.log import Lines, say
from kg.web.operation import Figures
from kg.web.quick import Quick
from kg.web.served import Served
from kg.web.workers.pool import Pool

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from kg.web.frame import Frame
    from kg.web.served import Serving

_BACKLOG = 2048
_KEEP_ALIVE_SECONDS = 15
_LEAST_WORKERS = 3


@dataclass(frozen=True, slots=True)
class Admin:
    """Where the admin port listens, and the file with its token."""

    port: int
    token: Path
    host: str = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Service:
    """What a service is started with.

    ``workers`` 0 means one more than there are cores; ``network`` allows workers that reach a network; without ``admin`` nothing can be changed.
    """

    release: Path | None
    """The release that is served; where ``store`` is given, only its files, and they may be absent."""
    store: str = ""
    """The address of a store elsewhere that holds the release; as whom it is asked stands in the environment."""
    host: str = "127.0.0.1"
    port: int = 8000
    public: str = ""
    workers: int = 0
    limits: Limits = field(default_factory=Limits)
    trusted: tuple[str, ...] = ()
    network: bool = False
    admin: Admin | None = None


def serve(service: Service, started: Callable[[str, str], None]) -> None:
    """Serve until SIGTERM or SIGINT; ``started`` is called with the public address and the admin port's, if any.

    Raises KgError where it cannot start.
    """
    logging.getLogger("uvicorn").handlers = [Lines()]
    admin = service.admin
    token = read_token(admin.token) if admin else b""
    with contextlib.ExitStack() as stack:
        listener = stack.enter_context(_listening(service.host, service.port))
        public = public_address(service.public or _address(service.host, listener))
        private = _Private(stack.enter_context(_listening(admin.host, admin.port, "--admin-port")), admin.host, token) if admin else None
        runner = stack.enter_context(asyncio.Runner(loop_factory=_loop_factory()))
        runner.run(_serve(service, listener, public, private, started))


@dataclass(frozen=True, slots=True)
class _Private:
    """The admin port as it listens."""

    listener: socket.socket
    host: str
    token: bytes

    @property
    def address(self) -> str:
        return _address(self.host, self.listener)


def _address(host: str, listener: socket.socket) -> str:
    return f"http://{f'[{host}]' if ':' in host else host}:{listener.getsockname()[1]}"


def _loop_factory() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """Uvloop where there is one."""
    if sys.platform == "win32":
        return None
    import uvloop  # noqa: PLC0415 - not there on every system

    return uvloop.new_event_loop


def _listening(host: str, port: int, option: str = "--port") -> socket.socket:
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        listener = socket.socket(family, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(_BACKLOG)
    except OSError as error:
        raise ServiceError(
            f"{host}:{port} で待ち受けられません（{error.strerror}）。別の {option} を指定してください。",
            f"cannot listen at {host}:{port} ({error.strerror}); choose another {option}",
        ) from error
    return listener


async def _serve(
    service: Service, listener: socket.socket, public: str, private: _Private | None, started: Callable[[str, str], None]
) -> None:
    base = open_release(service.release).manifest["base"] if service.release else Settings().base
    addresses = Addresses(public, base)
    limits = service.limits
    pool = Pool(service.workers or max(_LEAST_WORKERS, (os.cpu_count() or 1) + 1), limits)
    clients, figures = Clients(limits, service.trusted), Figures()
    tell = told(figures)
    quick = Quick(clients, lambda answer, began: tell("GET", answer.route, 200, len(answer.body), began, answer.note))
    asking = Asking(pool, limits, addresses, quick)
    served = _serving(service, asking)
    async with contextlib.AsyncExitStack() as stack:
        stack.callback(say, "info", "ended")
        stack.push_async_callback(pool.close)
        stack.push_async_callback(served.close)
        await served.open()
        _refuse_network(service, reached=pool.network)
        doors = Doors(limits, clients.is_proxy)
        figures.read(asking, served, doors)
        app = Application(asking, served, clients, addresses, figures)
        server = _Server(_config(app, doors, quick), app)
        facts: dict[str, object] = {}
        if private:
            if not (isinstance(served, Served) and service.release):
                raise ServiceError(
                    "--admin-port は --store とは使えません（編集できるのはリリースのフォルダーだけです）。",
                    "--admin-port does not go with --store: only a release's directory can be edited",
                )
            staging = Staging(service.release, served, limits, Addresses(private.address, base))
            stack.push_async_callback(staging.close)
            await staging.open()
            _refuse_network(service, reached=staging.network)
            server.second = _Second(_config(AdminApplication(staging, Clients(limits), private.token), Doors(limits), None))
            stack.push_async_callback(server.second.stop, asyncio.create_task(server.second.serve(sockets=[private.listener])))
            facts = {"admin": private.address, "admin_port": private.listener.getsockname()[1]}
        watching = asyncio.create_task(served.watch())
        stack.push_async_callback(_cancelled, watching)
        say("info", "started", address=public, port=listener.getsockname()[1], release=asking.release, workers=pool.alive, **facts)
        started(public, private.address if private else "")
        await server.serve(sockets=[listener])


def _config(app: Frame, doors: Doors, quick: Quick | None) -> uvicorn.Config:
    return uvicorn.Config(
        app, http=guarded(doors, quick), ws="none", lifespan="off", log_config=None, access_log=False, server_header=False,
        proxy_headers=False, timeout_keep_alive=_KEEP_ALIVE_SECONDS, timeout_graceful_shutdown=int(doors.limits.seconds) + 1,
    )  # fmt: skip


async def _cancelled(task: asyncio.Task[None]) -> None:
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task


class _Second(uvicorn.Server):
    """The server of the admin port, which ends with the public one."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    async def stop(self, running: asyncio.Task[None]) -> None:
        """End it, and wait for the requests that it answers."""
        self.should_exit = True
        await running


def _serving(service: Service, asking: Asking) -> Serving:
    if service.store:
        return Elsewhere(service.store, asking, service.release)
    if service.release is None:
        raise ServiceError("--release か --store が要ります。", "give --release or --store")
    return Served(service.release, asking)


class _Server(uvicorn.Server):
    """uvicorn's server, which tells the application that it is about to end, and does not raise the signal again afterwards."""

    def __init__(self, config: uvicorn.Config, app: Application) -> None:
        super().__init__(config)
        self._app = app
        self.second: _Second | None = None

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self._end)
        yield

    def _end(self) -> None:
        self.force_exit = self.should_exit  # the second time at once
        self.should_exit = True
        self._app.closing = True
        if self.second:
            self.second.force_exit, self.second.should_exit = self.force_exit, True


def _refuse_network(service: Service, *, reached: bool) -> None:
    """Workers that reach a network may be made to send requests; only who says so gets them."""
    if reached and not service.network and not service.store:
        raise ServiceError(
            "このカーネルでは、検索の担当プロセスを通信から切り離せません（名前空間が使えません）。危険を承知なら --allow-network を付けてください。",
            "this kernel does not let a worker be cut off from the network (no namespaces); if you accept that, add --allow-network",
        )
