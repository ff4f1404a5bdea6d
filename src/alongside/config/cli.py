"""The command line: ``alongside demo``, ``serve``, ``worker``, ``backup`` and the rest."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Callable, Sequence

from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command, execute_from_command_line, get_commands
from django.core.management.base import CommandError
from django.db import OperationalError

from alongside import __version__
from alongside.config import env
from alongside.config.commands import demo, lifeline
from alongside.config.commands.instance import running
from alongside.config.commands.serving import Serving, is_free, serve
from alongside.config.commands.working import work
from alongside.config.postgres.errors import NotStarted
from alongside.config.secrets import KeyMissing

Options = argparse.Namespace
EXPLAINED = (NotStarted, KeyMissing, CommandError, ImproperlyConfigured, OperationalError)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; a failure that we understand is one sentence, not a traceback."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    passed_on = next((run for name, run, _ in REST if words[:1] == [name]), None)
    try:
        if passed_on:  # their options are their own: argparse would take the first of them for ours
            return passed_on(Options(command=words[0], words=words[1:]))
        options = parser().parse_args(words)
        return int(options.run(options) or 0)
    except EXPLAINED as error:
        print(f"alongside {words[0]}: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def parser() -> argparse.ArgumentParser:
    """Describe all commands."""
    top = argparse.ArgumentParser(prog="alongside", description="Run and look after an Alongside instance.")
    top.add_argument("--version", action="version", version=f"Alongside {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)

    def add(name: str, run: Callable[[Options], int | None], words: str) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=words, description=words)
        command.set_defaults(run=run)
        return command

    _serving(add("demo", run_demo, "Open a living demo on this computer."), workers=1)
    _serving(add("serve", run_serve, "Serve the pages, with a job worker beside them."), workers=2)
    worker = add("worker", run_worker, "Run jobs only: mail, notices, reminders.")
    worker.add_argument("--jobs", type=int, default=4, help="how many jobs at the same time (4)")
    add("migrate", _call("prepare"), "Bring the database up to date.")
    add("check", _call("diagnose"), "Check settings, database, keys, migrations and mail.")
    backup = add("backup", lambda options: _call("backup", options.file)(options), "Write a backup file.")
    backup.add_argument("file", metavar="FILE")
    restore = add("restore", run_restore, "Bring a backup back.")
    restore.add_argument("file", metavar="FILE")
    restore.add_argument("--replace", action="store_true", help="replace what the instance holds now")
    add("shell", _call("shell"), "Open a Python shell on the instance.")
    for name, run, words in REST:
        add(name, run, words).add_argument("words", nargs=argparse.REMAINDER)
    return top


def _serving(command: argparse.ArgumentParser, workers: int) -> None:
    command.add_argument("--host", default="127.0.0.1", help="the address to listen on (127.0.0.1)")
    command.add_argument("--port", type=int, default=8000, help="the port to listen on (8000)")
    command.add_argument("--processes", type=int, default=workers, help=f"web processes ({workers})")
    command.add_argument("--threads", type=int, default=4, help="threads in each process (4)")
    command.add_argument("--no-worker", action="store_true", help="run no job worker beside the server")
    command.add_argument(
        "--reload", action="store_true", help="for development: start again when code changes"
    )


def run_demo(options: Options) -> int:
    """Set the demo up when it is empty, serve it, and say where."""
    if options.host == "127.0.0.1" and not env.text("RUN_MAIN"):
        options.port = demo.free_port(options.port)
    demo.set_apart(options.port)
    with running():
        call_command("prepare", verbosity=0)
        if "demo" in get_commands():
            call_command("demo")
        serve(
            _chosen(options), lambda: print(DEMO_IS_OPEN.format(address=_chosen(options).address), flush=True)
        )
    return 0


def run_serve(options: Options) -> int:
    """Bring the database up to date and serve until stopped."""
    serving = _chosen(options)
    if not env.text("RUN_MAIN") and not is_free(serving.host, serving.port):
        raise CommandError(f"port {serving.port} is taken; choose another with --port.")
    os.environ.setdefault("ALONGSIDE_URL", serving.address)
    with running():
        call_command("prepare", verbosity=0)
        serve(serving, lambda: print(f"Alongside is open on {serving.address}", flush=True))
    return 0


def _chosen(options: Options) -> Serving:
    worker = not options.no_worker
    return Serving(options.host, options.port, options.processes, options.threads, worker, options.reload)


def run_worker(options: Options) -> int:
    """Run jobs until stopped; a job under way is finished first."""
    beside = lifeline.follow()
    with running():
        if not beside:
            call_command("prepare", verbosity=0)
        work(options.jobs)
    return 0


def run_restore(options: Options) -> int:
    """Bring a backup back."""
    with running():
        call_command("restore", options.file, replace=options.replace)
    return 0


def run_manage(options: Options) -> int:
    """Run one of Django's own commands on the instance."""
    with running():
        execute_from_command_line(["alongside manage", *options.words])
    return 0


def run_match(options: Options) -> int:
    """Match two files of people, without an instance."""
    program = importlib.import_module("alongside.matchfile")
    return int(program.main(options.words))


def _call(name: str, *arguments: str) -> Callable[[Options], int | None]:
    def run(_: Options) -> None:
        with running():
            call_command(name, *arguments)

    return run


REST = (
    ("match", run_match, "Match people in two files, without an instance."),
    ("manage", run_manage, "Run a Django command, such as createsuperuser or dbshell."),
)

DEMO_IS_OPEN = """
Alongside's demo is open:

    {address}

Choose on the first page who you are; one click signs you in:
a mentee, a mentor, someone who is both, a coordinator, an administrator.
Letters that would be mailed are at {address}/-/mail . Stop with Ctrl-C.
"""
