// Written by `planbuilder deploy s3`: a CloudFront function for viewer requests. S3 does not know that /en/ means
// /en/index.html.
function handler(event) {
  var request = event.request;
  var path = "/" + request.uri.replace(/^\/+/, ""); // two slashes would lead to another site
  if (path.endsWith("/")) {
    request.uri = path + "index.html";
    return request;
  }
  if (path.split("/").pop().indexOf(".") < 0) {
    return { statusCode: 301, statusDescription: "Moved", headers: { location: { value: path + "/" } } };
  }
  return request;
}
