# All issues of a project through ruby-gitlab, and four members of each.
#
#	ruby_client.rb URL PROJECT CA-FILE OUTPUT
require 'gitlab'
require 'json'

url, project, ca, output = ARGV
client = Gitlab.client(endpoint: "#{url}/api/v4",
                       private_token: ENV['OKRSYNC_TOKEN'],
                       httparty: { ssl_ca_file: ca })
page = client.issues(project, per_page: 100, order_by: 'created_at')
rows = page.auto_paginate.map do |issue|
  { iid: issue.iid, title: issue.title, labels: issue.labels,
    description: issue.description }
end
File.write(output, JSON.generate(rows))
