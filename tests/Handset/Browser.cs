using System.Net;
using System.Text.RegularExpressions;

namespace Ascs.Hosts.Handset.Tests;

/// <summary>A browser without script: cookies, links, forms; it follows a 303 as a browser does.</summary>
internal sealed class Browser(Uri address) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = address };

    public List<string> Visited { get; } = [];

    public HttpStatusCode Status { get; private set; }

    public string Page { get; private set; } = "";

    public Dictionary<string, string> Headers { get; private set; } = [];

    public Task Open(string address) => Take(_http.GetAsync(address));

    /// <summary>Sends the form of the page that goes to this action, with its hidden fields and these.</summary>
    public Task Send(string action, params (string Name, string Value)[] fields)
    {
        var form = Regex.Match(Page, $"<form[^>]*method=\"post\"[^>]*action=\"{Regex.Escape(action)}\".*?</form>", RegexOptions.Singleline).Value;
        Assert.NotEqual("", form);
        var hidden = Regex.Matches(form, "type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"").Select(m => (m.Groups[1].Value, WebUtility.HtmlDecode(m.Groups[2].Value)));
        return SendRaw(action, [.. hidden, .. fields]);
    }

    public Task SendRaw(string action, params (string Name, string Value)[] fields) =>
        Take(_http.PostAsync(action, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)))));

    /// <summary>Every address the page leads to.</summary>
    public IEnumerable<string> Links() => Regex.Matches(Page, "(?:href|action|src)=\"([^\"]*)\"").Select(m => WebUtility.HtmlDecode(m.Groups[1].Value));

    /// <summary>The page without tags.</summary>
    public string Text() => WebUtility.HtmlDecode(Regex.Replace(Regex.Replace(Page, "<[^>]+>", " "), "\\s+", " "));

    public void Dispose() => _http.Dispose();

    private async Task Take(Task<HttpResponseMessage> request)
    {
        using var answer = await request;
        Status = answer.StatusCode;
        Visited.Add(answer.RequestMessage!.RequestUri!.PathAndQuery);
        Headers = answer.Headers.Concat(answer.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
        Page = await answer.Content.ReadAsStringAsync();
    }
}
