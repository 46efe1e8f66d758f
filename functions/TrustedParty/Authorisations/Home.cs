using Ascs.Contracts;

namespace Ascs.TrustedParty.Authorisations;

/// <summary>Where a person is at home.</summary>
/// <param name="OperatorId">The operator.</param>
/// <param name="Tag">Its tag for the subscriber at this enterprise.</param>
/// <param name="SealedId">SM3 of the first sealed id it was shown: how orders name it.</param>
internal sealed record Home(OperatorId OperatorId, SubscriberTag Tag, Digest SealedId);
