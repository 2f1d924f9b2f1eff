"""Reads tensors with TensorBoard's data providers. In: {"logdir", "loader"}. Out: {tag: [[step, wall time, dtype, values]]}."""
import json
import sys
import time

from tensorboard import context
from tensorboard.backend.event_processing import data_provider, plugin_event_multiplexer
from tensorboard.data import server_ingester
from tensorboard.util import grpc_util


def provider(logdir, loader):
    if loader == "python":
        multiplexer = plugin_event_multiplexer.EventMultiplexer().AddRunsFromDirectory(logdir)
        multiplexer.Reload()
        return data_provider.MultiplexerDataProvider(multiplexer, logdir)
    ingester = server_ingester.SubprocessServerDataIngester(
        server_binary=server_ingester.get_server_binary(),
        logdir=logdir,
        reload_interval=0,
        channel_creds_type=grpc_util.ChannelCredsType.LOCAL,
        samples_per_plugin={},
    )
    ingester.start()
    return ingester.data_provider


def read(logdir, loader):
    found = provider(logdir, loader)
    asked = {"experiment_id": "", "plugin_name": "tensor"}
    ctx = context.RequestContext()
    # the server answers before it has read
    for _ in range(300):
        if found.list_tensors(ctx, **asked).get("."):
            break
        time.sleep(0.1)
    series = found.read_tensors(ctx, **asked, downsample=1000)["."]
    plain = lambda values: values.astype(str).tolist() if values.dtype == object else values.tolist()
    return {
        tag: [[datum.step, datum.wall_time, str(datum.numpy.dtype), repr(plain(datum.numpy))] for datum in data]
        for tag, data in series.items()
    }


asked = json.load(sys.stdin)
print(json.dumps(read(asked["logdir"], asked["loader"])))
