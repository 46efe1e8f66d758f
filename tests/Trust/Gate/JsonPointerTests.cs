using Ascs.Trust.Gate;

namespace Ascs.Trust.Tests.Gate;

public sealed class JsonPointerTests
{
    [Theory]
    [InlineData("$", "")]
    [InlineData(null, "")]
    [InlineData("$.v", "/v")]
    [InlineData("$.recipients[3].aid", "/recipients/3/aid")]
    [InlineData("$[0][1]", "/0/1")]
    [InlineData("$.a['139 1234 5678'].b", "/a")]
    [InlineData("$.a.b!c", "/a")]
    public void a_path_becomes_a_pointer_up_to_the_first_odd_name(string? path, string pointer) => Assert.Equal(pointer, JsonPointer.Of(path));
}
