"""The networks that this laptop is on, as people know them; loaded when phones are let in."""

from PySide6.QtNetwork import QAbstractSocket, QNetworkInterface

from models.language.messages import marked, message

ALONE = (marked("This laptop only, to try it"), "127.0.0.1")
KINDS = {
    QNetworkInterface.InterfaceType.Wifi: marked("Wi-Fi"),
    QNetworkInterface.InterfaceType.Ethernet: marked("Cable"),
}


def networks() -> list[tuple[str, str]]:
    """The name and this laptop's address of each that is up, Wi-Fi first; at last the laptop by itself."""
    found = [
        (item.type() is not QNetworkInterface.InterfaceType.Wifi, _called(item), entry.ip().toString())
        for item in QNetworkInterface.allInterfaces()
        if _is_up(item)
        for entry in item.addressEntries()
        if entry.ip().protocol() is QAbstractSocket.NetworkLayerProtocol.IPv4Protocol
    ]
    return [*((name, address) for _, name, address in sorted(found)), (message(ALONE[0]), ALONE[1])]


def _is_up(item: QNetworkInterface) -> bool:
    flags = QNetworkInterface.InterfaceFlag
    wanted = flags.IsUp | flags.IsRunning
    return item.flags() & wanted == wanted and not item.flags() & flags.IsLoopBack


def _called(item: QNetworkInterface) -> str:
    kind = KINDS.get(item.type(), "")
    return f"{message(kind)} ({item.humanReadableName()})" if kind else item.humanReadableName()
