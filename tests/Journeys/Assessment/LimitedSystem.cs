using System.Text.Json.Nodes;

namespace Ascs.Journeys.Tests.Assessment;

/// <summary>An assessed system whose enterprise platform takes few calls, as its <c>party.json</c> says.</summary>
public sealed class LimitedSystem : AssessedSystem
{
    internal const int PerSecond = 5, Burst = 30, PageBurst = 40;

    internal IReadOnlyList<int> OthersPorts { get; private set; } = [];

    private protected override async Task BeforeStartAsync(CancellationToken ct)
    {
        OthersPorts = ListeningPorts.Of();
        var path = Sample.Party("qinghe-clinic").Party;
        var file = JsonNode.Parse(await File.ReadAllBytesAsync(path, ct))!;
        file["limits"] = new JsonObject
        {
            ["platform"] = new JsonObject { ["perSecond"] = PerSecond, ["burst"] = Burst },
            ["pages"] = new JsonObject { ["perSecond"] = PerSecond, ["burst"] = PageBurst },
        };
        await File.WriteAllTextAsync(path, file.ToJsonString(), ct);
    }
}
