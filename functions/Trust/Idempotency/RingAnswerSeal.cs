using System.Buffers.Binary;
using Ascs.Trust.Keys;

namespace Ascs.Trust.Idempotency;

/// <summary>Seals under an SM4 key of the ring, <c>answers</c> unless another is named: its version in four bytes, big-endian, then what <see cref="Sm4AnswerSeal"/> makes. Old versions open until destroyed.</summary>
public sealed class RingAnswerSeal(KeyRing ring, string name = KeyNames.Answers) : IAnswerSeal
{
    private const int VersionLength = 4;

    /// <inheritdoc/>
    public byte[] Seal(ReadOnlySpan<byte> content, string place)
    {
        var key = ring.Current(name);
        var version = new byte[VersionLength];
        BinaryPrimitives.WriteInt32BigEndian(version, key.Record.Version);
        return [.. version, .. Sm4AnswerSeal.Seal(key.Bytes, content, place)];
    }

    /// <inheritdoc/>
    public byte[]? Open(ReadOnlySpan<byte> content, string place) =>
        content.Length > VersionLength && ring.Find(name, BinaryPrimitives.ReadInt32BigEndian(content)) is { } key
            ? Sm4AnswerSeal.Open(key.Bytes, content[VersionLength..], place) : null;
}
