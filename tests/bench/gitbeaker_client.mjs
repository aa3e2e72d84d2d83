// What somebody would write with @gitbeaker/rest instead: URL PROJECT FILE
import { Gitlab } from '@gitbeaker/rest';
import fs from 'node:fs';

const [url, project, file] = process.argv.slice(2);
const api = new Gitlab({ host: url, token: 'glpat-x' });
const issues = await api.Issues.all({
	projectId: project, perPage: 100, orderBy: 'created_at' });

fs.writeFileSync(file, JSON.stringify(issues.map(
	({ iid, title, labels, description }) =>
		({ iid, title, labels, description }))));
