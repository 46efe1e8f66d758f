using System.Text;
using Ascs.Trust.Gate;

namespace Ascs.Trust.Tests.Gate;

public sealed class BodyScanTests
{
    [Fact]
    public void the_gates_own_members_are_those_of_the_root()
    {
        var scan = Of("""{"x":{"v":7,"enterpriseId":"inner","notBefore":5},"v":1,"list":[{"enterpriseId":"inner"}],"enterpriseId":"acme","notBefore":1795348800000}""");
        Assert.Equal(("acme", 1_795_348_800_000), (scan.EnterpriseId, scan.NotBefore!.Value.Milliseconds));
    }

    [Theory]
    [InlineData("[1,2,3]", null)]
    [InlineData("[1,2,3,4]", "ITEMS")]
    [InlineData("""{"a":[[],[],[],[]]}""", "ITEMS")]
    [InlineData("""{"a":[{"b":1},{"b":2},{"b":3}],"c":[1,2,3]}""", null)]
    public void no_list_is_longer_than_the_endpoint_takes(string json, string? rule) => Assert.Equal(rule, BodyScan.Of(Encoding.UTF8.GetBytes(json), 3).Fault?.Rule);

    [Fact]
    public void twelve_levels_are_taken_and_thirteen_are_not()
    {
        Assert.Null(Of(new string('[', 12) + new string(']', 12)).Fault);
        Assert.Equal("JSON", Of(new string('[', 13) + new string(']', 13)).Fault!.Rule);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("{'a':1}")]
    [InlineData("[1,]")]
    [InlineData("NaN")]
    public void what_is_no_single_value_is_refused(string json) => Assert.Equal("JSON", Of(json).Fault!.Rule);

    [Fact]
    public void bytes_that_are_no_utf8_are_refused_wherever_they_stand()
    {
        Assert.Equal("ENCODING", BodyScan.Of([(byte)'"', 0xC0, 0x80, (byte)'"'], 1).Fault!.Rule); // overlong
        Assert.Equal("ENCODING", BodyScan.Of([(byte)'"', 0xED, 0xA0, 0x80, (byte)'"'], 1).Fault!.Rule); // a surrogate
    }

    private static BodyScan Of(string json) => BodyScan.Of(Encoding.UTF8.GetBytes(json), 500);
}
