using Ascs.Contracts;
using Ascs.TrustedParty.AnonymousIds;
using Ascs.TrustedParty.Tests.Services;

namespace Ascs.TrustedParty.Tests.Bench;

internal static class SampleRecords
{
    public static AidRecord Of(Aid aid, string lastDigit) => new(
        1, aid, AuthorisationId.Parse("az_" + new string('0', 25) + lastDigit), FakeDirectory.Meadow, SamplePolicies.Service, 1, SamplePolicies.Policy.Offers,
        Language.Zh, FakeDirectory.North, PartyBench.Tag('A'), Digest.From(new byte[32]), UnixTime.From(DateTimeOffset.UnixEpoch),
        UnixTime.From(DateTimeOffset.UnixEpoch.AddDays(30)), Assurance.Browser, 0, 1, Digest.From(new byte[32]), Digest.From(new byte[32]));
}
