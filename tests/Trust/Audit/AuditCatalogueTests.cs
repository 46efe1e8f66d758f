using Ascs.Trust.Audit;

namespace Ascs.Trust.Tests.Audit;

public sealed class AuditCatalogueTests
{
    [Fact]
    public void every_event_is_described_once_in_order() => Assert.Equal(Enum.GetValues<AuditEvent>(), AuditCatalogue.All.Select(description => description.Event));
}
