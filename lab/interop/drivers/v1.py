"""Calls what alibabacloud_dingtalk has of the endpoints that it is given, and writes what it read: python v1.py CALLS RESULTS."""
import importlib
import json
import pathlib
import re
import sys

import alibabacloud_dingtalk
from alibabacloud_tea_openapi.models import Config
from alibabacloud_tea_util.models import RuntimeOptions

given = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
root = pathlib.Path(alibabacloud_dingtalk.__file__).parent


def action_of(path):
    """Where the SDK itself has the path: the package of a product, and the name of the action."""
    for file in sorted(root.glob("*/client.py")):
        before, found, _ = file.read_text(encoding="utf-8").partition(f"pathname=f'{path}'")
        if found:
            return file.parent.name, re.findall(r"action='(\w+)'", before)[-1]
    return None


def read(call):
    found = action_of(call["path"])
    if not found:
        return {"absent": True}
    product, action = found
    name = re.sub(r"(?<!^)(?=[A-Z])", "_", action).lower()
    models = importlib.import_module(f"alibabacloud_dingtalk.{product}.models")
    module = importlib.import_module(f"alibabacloud_dingtalk.{product}.client")
    client = module.Client(Config(protocol="http", endpoint=given["url"].removeprefix("http://")))
    request = getattr(models, f"{action}Request")().from_map(call["request"])
    runtime = RuntimeOptions(autoretry=False, connect_timeout=5000, read_timeout=5000)
    if hasattr(models, f"{action}Headers"):
        headers = getattr(models, f"{action}Headers")(x_acs_dingtalk_access_token=given["token"])
    else:
        headers = {}
    answer = getattr(client, f"{name}_with_options")(request, headers, runtime)
    return {"read": answer.body.to_map()}


with open(sys.argv[2], "a", encoding="utf-8") as results:
    for call in given["calls"]:
        try:
            result = read(call)
        except Exception as error:  # whatever an SDK throws is a result
            result = {"error": f"{type(error).__name__}: {error}"}
        results.write(json.dumps({"id": call["id"], **result}) + "\n")
