namespace Ascs.Trust.Idempotency;

/// <summary>Seals stored answers: they may hold AIDs and receipts. Whoever has the store alone reads none of them.</summary>
public interface IAnswerSeal
{
    /// <summary>Seals.</summary>
    /// <param name="content">In clear.</param>
    /// <param name="place">Where it will lie; it opens nowhere else.</param>
    byte[] Seal(ReadOnlySpan<byte> content, string place);

    /// <summary>Opens; null when it was changed, lay elsewhere, or its key is gone.</summary>
    byte[]? Open(ReadOnlySpan<byte> content, string place);
}
