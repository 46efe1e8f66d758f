using Ascs.Contracts;
using Ascs.Hosts.Local.Setup;
using Ascs.Journeys.Tests.Systems;

namespace Ascs.Journeys.Tests.Dishonest;

/// <summary>A running system with an honest consent at one enterprise, and the other enterprise's credentials, copied before the start, in dishonest hands.</summary>
public sealed class DishonestSystem : ShiftedSystem
{
    internal DishonestEnterprise Attacker { get; private set; } = null!;

    /// <summary>Whose keys sign what they should not.</summary>
    internal DishonestEnterprise Accomplice { get; private set; } = null!;

    /// <summary>An AID of the honest enterprise.</summary>
    internal Aid Foreign { get; private set; }

    internal PartyFolder TrustedParty => Sample.Party(SamplePlan.TrustedParty);

    private protected override async Task BeforeStartAsync(CancellationToken ct)
    {
        Attacker = await DishonestEnterprise.OpenAsync(Copy("hongyan-express"), Clock, ct);
        Accomplice = await DishonestEnterprise.OpenAsync(Copy("qinghe-clinic"), Clock, ct);
    }

    private protected override async Task AfterStartAsync(CancellationToken ct) => Foreign = await ConsentAsync(Qinghe, Visits, phone: 0, ct);

    private PartyFolder Copy(string party)
    {
        var copy = new PartyFolder(Path.Combine(Sample.Root, party + "-copied"));
        foreach (var file in Directory.EnumerateFiles(Sample.Party(party).Root, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy.Root, Path.GetRelativePath(Sample.Party(party).Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }
}
