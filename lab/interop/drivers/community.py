"""Calls what dingtalk-sdk or dingtalk-stream has of the endpoints that it is given, and writes what it read: python community.py CALLS RESULTS PACKAGE."""
import json
import logging
import pathlib
import socket
import sys

logging.disable(logging.CRITICAL)
given = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
find_address = socket.getaddrinfo


class Elsewhere(Exception):
    """A call to another host than the one that was named; it does not leave this machine."""


def only_loopback(host, *others, **named):
    if host not in ("127.0.0.1", "localhost"):
        raise Elsewhere(host)
    return find_address(host, *others, **named)


socket.getaddrinfo = only_loopback


def calls_of_sdk():
    from dingtalk.client import AppKeyClient

    AppKeyClient.API_BASE_URL = given["url"] + "/"
    client = AppKeyClient("corp", given["key"], given["secret"])

    def named(function, renamed=()):
        def call(request):
            return function(**{dict(renamed).get(name, name): value for name, value in request.items()})

        return call

    return {
        "token/get": lambda request: client.get_access_token(),
        "blackboard/listtopten": named(client.blackboard.listtopten),
        "report/list": named(client.report.list),
        "report/statistics": named(client.report.statistics),
        "report/statistics-listbytype": named(client.report.statistics_listbytype, [("type", "_type")]),
        "report/receiver-list": named(client.report.receiver_list),
        "report/comment-list": named(client.report.comment_list),
        "report/getunreadcount": named(client.report.getunreadcount),
        "report/template-listbyuserid": named(client.report.template_listbyuserid),
        "checkin/record": lambda request: client.checkin.record(
            request["department_id"], request["start_time"], request["end_time"], 0, 10
        ),
        "checkin/record-get": lambda request: client.checkin.record_get(
            request["userid_list"], request["start_time"], request["end_time"]
        ),
        "hrm/queryonjob": named(client.employeerm.queryonjob),
        "hrm/querypreentry": named(client.employeerm.querypreentry),
    }


def calls_of_stream():
    from dingtalk_stream import Credential, DingTalkStreamClient

    client = DingTalkStreamClient(Credential(given["key"], given["secret"]))

    def token(request):
        client.get_access_token()
        return {name: value for name, value in client._access_token.items() if name != "expireTime"}

    return {"token/access-token": token}


def elsewhere(error):
    while error is not None:
        if isinstance(error, Elsewhere):
            return str(error)
        error = error.__cause__ or error.__context__
    return None


with open(sys.argv[2], "a", encoding="utf-8") as results:
    known = calls_of_stream() if sys.argv[3] == "dingtalk-stream" else calls_of_sdk()
    for call in given["calls"]:
        result = {"absent": True}
        if call["id"] in known:
            try:
                result = {"read": known[call["id"]](call["request"])}
            except Exception as error:  # whatever a client throws is a result
                host = elsewhere(error)
                result = {"elsewhere": host} if host else {"error": f"{type(error).__name__}: {error}"}
        results.write(json.dumps({"id": call["id"], **result}) + "\n")
