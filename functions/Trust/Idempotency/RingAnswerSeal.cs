using System.Buffers.Binary;
using Ascs.Trust.Keys;

namespace Ascs.Trust.Idempotency;

/// <summary>Seals under the ring's SM4 key <c>answers</c>: its version in four bytes, big-endian, then what <see cref="Sm4AnswerSeal"/> makes. Old versions open until destroyed.</summary>
public sealed class RingAnswerSeal(KeyRing ring) : IAnswerSeal
{
    private const int VersionLength = 4;

    /// <inheritdoc/>
    public byte[] Seal(ReadOnlySpan<byte> content, string place)
    {
        var key = ring.Current(KeyNames.Answers);
        var version = new byte[VersionLength];
        BinaryPrimitives.WriteInt32BigEndian(version, key.Record.Version);
        return [.. version, .. Sm4AnswerSeal.Seal(key.Bytes, content, place)];
    }

    /// <inheritdoc/>
    public byte[]? Open(ReadOnlySpan<byte> content, string place) =>
        content.Length > VersionLength && ring.Find(KeyNames.Answers, BinaryPrimitives.ReadInt32BigEndian(content)) is { } key
            ? Sm4AnswerSeal.Open(key.Bytes, content[VersionLength..], place) : null;
}
