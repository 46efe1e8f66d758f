using Ascs.Contracts;

namespace Ascs.Operator.Links;

/// <summary>One recognised authorisation.</summary>
/// <param name="Id">Its id.</param>
/// <param name="SealedIds">SM3 of each sealed id that was recognised for it.</param>
/// <param name="Pin">Subscriber and number as of the consent date, sealed at rest; see <see cref="Pins"/>.</param>
/// <param name="ConsentAt">The consent date: when it was recognised.</param>
/// <param name="ExpiresAt">End of its term.</param>
/// <param name="BlockedAt">Nothing is handed over from then on.</param>
/// <param name="CheckedRows">Version of the subscriber rows under which the number was last found to be the subscriber's.</param>
/// <param name="CheckedUntil">Unix second up to which those rows say so; saves reading them for every message.</param>
internal sealed record LinkAuthorisation(
    AuthorisationId Id, IReadOnlyList<Digest> SealedIds, string Pin, UnixTime ConsentAt, UnixTime ExpiresAt, UnixTime? BlockedAt = null,
    string? CheckedRows = null, uint CheckedUntil = 0);
