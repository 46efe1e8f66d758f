using Ascs.Storage;
using Ascs.TrustedParty.Workflow.Engine;

namespace Ascs.TrustedParty.Tests.Workflow.Engine;

/// <summary>Every failure is tried again; ten in a row that are the dispatch's own park it.</summary>
public class FailurePolicyTests
{
    [Theory]
    // before, the store is away → after, parked
    [InlineData(0, false, 1, false)]
    [InlineData(8, false, 9, false)]
    [InlineData(9, false, 10, true)]
    [InlineData(10, false, 11, true)] // it could not be parked the time before
    [InlineData(0, true, 0, false)]
    [InlineData(9, true, 9, false)]
    [InlineData(10, true, 10, false)] // whoever can't park it now need not try
    public void What_a_failure_means(int before, bool storeIsAway, int after, bool park)
    {
        Exception reason = storeIsAway ? new StoreUnavailableException("away") : new InvalidOperationException();
        Assert.Equal((after, park), FailurePolicy.After(before, reason));
    }
}
