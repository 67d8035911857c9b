"""How gunicorn serves the desk: `gunicorn --config python:config.server config.wsgi`."""

from config import env, logs

_env = env.load()
_one_writer = "sqlite" in _env.database["ENGINE"]

# Threads, because requests wait for the database and streamed exports. SQLite has one writer at a time, so a
# second process would only add waiting; with PostgreSQL two processes use two cores.
worker_class = "gthread"
workers = 1 if _one_writer else 2
threads = 8 if _one_writer else 4
timeout = 60
graceful_timeout = 25
keepalive = 5
control_socket_disable = True  # otherwise it opens a socket in the home folder
forwarded_allow_ips = ""  # config/proxies.py is the one place that believes proxies
logconfig_dict = logs.configuration(level=_env.log_level)
proc_name = "stet"
