using System.Text;
using Ascs.Fleet;

namespace Ascs.Journeys.Tests.Hostile;

/// <summary>What is hardly HTTP: written on the TLS connection as it is.</summary>
internal static class FramingMutations
{
    public static IReadOnlyList<(string Kind, Func<ValidCall, Dice, byte[]> Make)> All { get; } =
    [
        ("noise", (_, dice) => [.. Enumerable.Range(0, dice.Between(1, 3000)).Select(_ => (byte)dice.Between(0, 255))]),
        ("a preface of HTTP/2 and noise", (_, dice) => [.. "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8, .. Enumerable.Range(0, 100).Select(_ => (byte)dice.Between(0, 255))]),
        ("cut off", (call, dice) => Bytes(call) is var bytes ? bytes[..dice.Between(1, bytes.Length - 1)] : []),
        ("a length too long", (call, _) => Length(call, $"{call.Body.Length + 100}")),
        ("a length too short", (call, _) => Length(call, $"{call.Body.Length / 2}")),
        ("a strange length", (call, dice) => Length(call, BodyMutations.Pick(["-1", "+5", "0x10", "1e3", "99999999999999999999", "4294967296", "1,1", "", "a", "1 1"], dice))),
        ("two lengths", (call, _) => Length(call, $"{call.Body.Length}\r\nContent-Length: {call.Body.Length + 1}")),
        ("a length and chunks", (call, _) => Length(call, $"{call.Body.Length}\r\nTransfer-Encoding: chunked")),
        ("strange chunks", (call, dice) => Head(call, "Transfer-Encoding: chunked", BodyMutations.Pick(["zz\r\n", "-1\r\n", "FFFFFFFFFFFFFFFFF\r\n", "5\r\nab\r\n0\r\n\r\n", "1;x=\"\r\na", "0\r\nx: 1\r\n"], dice))),
        ("another encoding", (call, dice) => Head(call, $"Transfer-Encoding: {BodyMutations.Pick(["gzip", "chunked, chunked", "identity", "xchunked"], dice)}", "0\r\n\r\n")),
        ("two hosts", (call, _) => Length(call, $"{call.Body.Length}\r\nHost: other.example")),
        ("a control character in a field", (call, dice) => Length(call, $"{call.Body.Length}\r\nx: a{(char)dice.Between(0, 8)}b")),
        ("a field name that is none", (call, dice) => Length(call, $"{call.Body.Length}\r\nx{(char)dice.Between(0, 255)} y: 1")),
        ("a folded field", (call, _) => Length(call, $"{call.Body.Length}\r\nx: 1\r\n 2")),
        ("line feeds alone", (call, _) => Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(Bytes(call)).Replace("\r\n", "\n", StringComparison.Ordinal))),
        ("fields without an end", (call, _) => Length(call, string.Concat(Enumerable.Range(0, 100).Select(i => $"1\r\nx{i}: 1\r\n")))),
        ("33 kB of fields", (call, _) => Length(call, $"{call.Body.Length}\r\nx: {new string('a', 33 * 1024)}")),
        ("a target without an end", (call, dice) => Bytes(call with { Target = "/" + new string('a', dice.Between(8192, 20_000)) })),
        ("a second request hidden in the first", (call, _) => [.. Length(call, "0"), .. Bytes(call)]),
        ("an upgrade", (call, _) => Length(call, $"{call.Body.Length}\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__")),
    ];

    private static byte[] Bytes(ValidCall call) => call.ToBytes("localhost");

    private static byte[] Length(ValidCall call, string value) => Encoding.Latin1.GetBytes(
        Encoding.Latin1.GetString(Bytes(call)).Replace($"Content-Length: {call.Body.Length}\r\n", $"Content-Length: {value}\r\n", StringComparison.Ordinal));

    private static byte[] Head(ValidCall call, string field, string body) =>
        Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(Bytes(call with { Body = [] })).Replace("Content-Length: 0", field, StringComparison.Ordinal) + body);
}
