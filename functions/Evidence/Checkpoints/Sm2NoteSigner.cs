using Ascs.Gm;

namespace Ascs.Evidence.Checkpoints;

/// <summary>Signs with SM2. Holds the caller's key, does not dispose it.</summary>
/// <param name="name">Key name, usually the log's origin.</param>
/// <param name="privateKey">The key; whoever has it can sign a fork of the log.</param>
public sealed class Sm2NoteSigner(string name, Sm2PrivateKey privateKey) : INoteSigner
{
    /// <inheritdoc/>
    public NoteKey Key { get; } = NoteKey.Sm2(name, privateKey.PublicKey);

    /// <inheritdoc/>
    public byte[] Sign(ReadOnlySpan<byte> text) => privateKey.Sign(text);
}
