using Ascs.Contracts;

namespace Ascs.Trust.Keys;

/// <summary>The keys that came with a peer's offer, in a file of the platform's folder.</summary>
public static class StatementsFile
{
    /// <summary>Puts them into the book; a file that is not there has none.</summary>
    /// <exception cref="InvalidDataException">It can't be read, or one of them is refused: one sentence.</exception>
    public static async Task OfferFileAsync(this PublicKeyBook book, PlatId owner, string file, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(book);
        if (!File.Exists(file)) return;
        foreach (var statement in KeyStatements.FromJson(await File.ReadAllBytesAsync(file, ct)) ?? throw new InvalidDataException("A statements file can't be read."))
        {
            // A changed key is never taken silently: a person has to look.
            if (await book.OfferAsync(owner, statement, ct) is KeyOffer.Refused refused)
                throw new InvalidDataException($"A key statement of platform {owner} is refused: {refused.Fault}.");
        }
    }
}
