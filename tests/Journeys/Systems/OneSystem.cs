namespace Ascs.Journeys.Tests.Systems;

/// <summary>Tests that share one running system.</summary>
[CollectionDefinition(Name)]
public sealed class OneSystem : ICollectionFixture<RunningSystem>
{
    public const string Name = "one running system";
}
