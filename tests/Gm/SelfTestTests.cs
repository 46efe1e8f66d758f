namespace Ascs.Gm.Tests;

public sealed class SelfTestTests
{
    [Fact]
    public void every_algorithm_gives_its_known_answer() => Assert.Null(Record.Exception(SelfTest.Run));

    [Fact]
    public void a_wrong_answer_stops_the_start_and_names_the_algorithm()
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => SelfTest.Require("SM4-GCM", answered: false));
        Assert.StartsWith("SM4-GCM ", refusal.Message, StringComparison.Ordinal);
    }
}
