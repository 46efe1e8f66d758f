using System.Buffers.Binary;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Ascs.Journeys.Tests.Assessment;

/// <summary>A TLS handshake's first message as bytes, of versions that no library of today would offer (RFC 2246, RFC 4346, RFC 5246).</summary>
internal static class ClientHello
{
    /// <summary>Record type of an alert.</summary>
    public const byte Alert = 21;

    /// <summary>Record type of a handshake message.</summary>
    public const byte Handshake = 22;

    // ECDHE-ECDSA-AES128-GCM-SHA256, ECDHE-ECDSA with AES-CBC and SHA-1 (all versions have it), RSA with AES-CBC.
    private static readonly byte[] Suites = [0xC0, 0x2B, 0xC0, 0x09, 0xC0, 0x0A, 0xC0, 0x13, 0x00, 0x2F];

    private static readonly byte[] Extensions =
    [
        0x00, 0x0A, 0x00, 0x04, 0x00, 0x02, 0x00, 0x17, // supported_groups: secp256r1
        0x00, 0x0B, 0x00, 0x02, 0x01, 0x00, // ec_point_formats: uncompressed
        0x00, 0x0D, 0x00, 0x06, 0x00, 0x04, 0x04, 0x03, 0x04, 0x01, // signature_algorithms: ECDSA and RSA with SHA-256
    ];

    /// <summary>Offers exactly this version and answers the first seven bytes that come back: record type, version, length, and of an alert its level and description.</summary>
    public static async Task<byte[]> OfferAsync(Uri listener, byte major, byte minor, CancellationToken ct)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(listener.Host, listener.Port, ct);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Record(major, minor), ct);
        var answer = new byte[7];
        var read = await stream.ReadAtLeastAsync(answer, answer.Length, throwOnEndOfStream: false, ct);
        return answer[..read];
    }

    private static byte[] Record(byte major, byte minor)
    {
        byte[] body = [major, minor, .. RandomNumberGenerator.GetBytes(32), 0, .. Prefixed(Suites), 1, 0, .. Prefixed(Extensions)];
        byte[] message = [1, 0, .. Prefixed(body)];
        return [Handshake, 3, 1, .. Prefixed(message)];
    }

    private static byte[] Prefixed(byte[] bytes)
    {
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, checked((ushort)bytes.Length));
        return [.. length, .. bytes];
    }
}
