namespace Ascs.Gm.Tests;

public sealed class SmokeTests
{
    [Fact]
    public void runs() => Assert.NotNull(typeof(SmokeTests).Assembly);
}
